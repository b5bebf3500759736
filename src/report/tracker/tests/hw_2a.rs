use crate::domain::kind::Kind;
use crate::report::tests::{printed, sample};

#[test]
fn the_tracker_of_hw_2a_reads_well_at_eighty_columns() {
    insta::assert_snapshot!(printed(&sample(), Kind::Priority, "teenage-conception", 80), @r"
    HW-2a  Reduce teenage conception and improve sexual health

     A  amber   direction not recorded   2008/09 Q4   not approved

    Theme       HW Health and wellbeing, Leeds Strategic Plan
    Board       Children's Services Scrutiny Board
    Lead        Leeds CC

    ! Challenge  rated amber; 1 of 1 judged indicators missed; the figures suggest
     R  red

    Overall assessment  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    The 2007 rate is 4.6% below the 1998 baseline: the first fall for 4 years, while
    most core cities rose. It stands at 48.1 against 41.7 nationally, and is not yet
    a trend. Much was done on strategy, data, communication and school age parents;
    SRE, CASH, targeted work, IYSS and maternal and child health can improve
    further.

    Achievements  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - First fall. Down 4.6% on 1998, against the national run.
    - Foundations. Substantial progress in strategy, data, communication and support
      for school age parents.
    - Links. Tied to other strategies such as infant mortality; housing and
      parenting are still to come.

    Challenges and risks  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - The work cuts across many services, so momentum is hard to keep in each.
    - Slower: raising aspirations, work with parents and carers, and outcomes for
      teenage parents.

    Indicators  1: 1 missed  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code    Indicator                 Target    Result  Verdict  Dir.  Data quality
    NI 112  Under 18 conception rate  45 /1k  48.1 /1k  missed   +     no concerns
    Not shown at this width: Baseline

    + better, = as before, - worse than the figure before

    - NI 112  Baseline: 50.4 (1998) rate per 1,000 population (Per 1,000
      conceptions). Target: 45 rate per 1,000 population. Result: 48.1 (677) for
      2007.

    Actions  13: no status recorded  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    Strategic  ─────────────────────────────────────────────────────────────────────

    Embed the relaunched teenage pregnancy strategy in city and localities
      Due         Oct-09
      Officer     Leeds CC
      Progress    Strategy relaunched in November 2008 with agencies more involved;
                  councillors had a workshop and each area has a member champion.
                  The national self-assessment has tightened reporting.
      Next steps  City-wide steps (m1 to m4) and steps in the localities with high
                  rates (m5 to m8).
      Risks       Keeping plans joined up over the long run, and turning them into
                  action.
      Milestones  m1 City: keep all key partners engaged, with more councillor
                  workshops
                  m2 City: link with housing, parenting and 14-19 strategies
                  m3 City: put the strategy into service plans
                  m4 City: joint commissioning plans in place
                  m5 Localities: leadership teams in the priority wards
                  m6 Localities: win more senior local sponsors
                  m7 Localities: put the strategy into local service plans
                  m8 Localities: joint commissioning plans in place

    Data  ──────────────────────────────────────────────────────────────────────────

    Use local data to manage teenage pregnancy performance
      Due         Oct-09
      Progress    Local data are collected and analysed, so less hangs on national
                  figures, which come 14 months after the year (almost 2 years for
                  wards). A way of receiving local data was being built for 09/10.
      Next steps  Sharper performance management.
      Risks       Sharing may not be robust, nor the data complete and on time.
      Milestones  m1 Better data quality
                  m2 Better sharing and reporting in each organisation and the TPP
                  Partnership
                  m3 Performance dashboard and monitoring in place

    Communication  ─────────────────────────────────────────────────────────────────

    Carry on the communication strategy and social marketing
      Due         Mar-10
      Progress    Strategy and plan are in use. Campaigns on buses, radio and in
                  public toilets were timed for Christmas, New Year and Valentine's
                  Day, when conceptions rise most.
      Next steps  More campaigns and social marketing.
      Risks       Reaching a wider mix of young people.
      Milestones  m1 Campaigns at Christmas, New Year, Valentine's Day and before
                  the summer holidays
                  m2 Social marketing in priority wards with high rates

    Implementation: preventing teenage conceptions  ────────────────────────────────

    Provide contraception and sexual health services young people will use
      Due         Jan-10
      Progress    Young people's needs were assessed and a sexual health strategy
                  drafted, which led to work to raise the use of LARC.
      Next steps  More CASH provision for young people.
      Risks       No resources for the increase.
      Milestones  m1 More provision in schools and FE colleges
                  m2 Finish the service map
                  m3 Finish the interagency service pathway
                  m4 Raise the uptake of LARC

    Strengthen sex and relationship education in and out of school
      Due         Mar-10
      Officer     Leeds CC, for Education Leeds
      Progress    SRE and its quality were reviewed in schools and in youth, youth
                  offending and voluntary services, led by Education Leeds and IYSS.
                  A multi-agency training group keeps messages alike.
      Next steps  Further progress on SRE and PSHE.
      Risks       Schools and colleges may not take part.
      Milestones  m1 Strong SRE and PSHE in schools and other settings
                  m2 More provision in priority schools with pupils at high risk
                  m3 More provision in FE colleges

    Target localities and looked after young people at risk
      Due         Mar-10
      Progress    Inner East and Inner South were audited by a seconded locality
                  commissioner. A sexual health nurse for LAC and care leavers
                  worked so well that social care now funds the post; unofficial
                  findings show fewer conceptions.
      Next steps  Separate steps by place (m1, m2) and for LAC (m3, m4).
      Risks       Localities may not work together or have the money. The LAC entry
                  breaks off in the paper.
      Milestones  m1 Places: identify, plan and commission locality services
                  m2 Places: locality champions in place
                  m3 LAC: continue the sexual health nurse's work
                  m4 LAC: review how to reach more families in the social care
                  system

    Train staff in partner agencies on teenage pregnancy and SRE
      Due         Jan-10
      Progress    Progress was limited, chiefly the multi-agency team of trainers.
      Next steps  Build on that team.
      Risks       Agencies may lack the capacity and time to take SRE in.
      Milestones  m1 Carry on with the multi-agency SRE training team
                  m2 Work with workforce development to embed SRE

    Give IYSS a clear part in tackling teenage pregnancy
      Due         Mar-10
      Progress    IYSS is a key partner: a health project in South Leeds, a review
                  of sexual health work in youth offending, a secondee on SRE out of
                  school, and training for senior staff.
      Next steps  Training, guidance and activities.
      Risks       Too little capacity to train; priority groups may not take up
                  activities.
      Milestones  m1 Keep training staff on SRE
                  m2 Coordinate advice on relationships and sexual health, linked to
                  local CASH
                  m3 Positive activities within reach of priority wards, teenage
                  parents and other vulnerable young people

    Raise the aspirations of young people and families
      Due         Mar-10
      Progress    Perhaps the strongest protection and the hardest to bring about:
                  aspirations form early, maybe by age 8 to 10. Education Leeds has
                  begun to look at ways.
      Next steps  Develop the work into one approach.
      Risks       Long-term work that starts slowly.
      Milestones  m1 Continue the work begun
                  m2 Link the aspiration schemes together
                  m3 Work out a strategic view

    Help parents and carers talk about sexual health
      Due         Mar-10
      Officer     Leeds CC, for Children's Services
      Progress    Very limited so far: 15 people trained to run Speakeasy, with some
                  courses held, mainly in South Leeds.
      Next steps  More courses, so that parents and carers are more confident.
      Risks       Paying for Speakeasy or something like it.
      Milestones  m1 Decide between more Speakeasy, which is costly, and a local
                  course
                  m2 Aim courses at priority areas
                  m3 Look into joint work with the STEPS programme

    Implementation: supporting teenage mothers and young fathers  ──────────────────

    Keep teenage parents in maternal and child health work
      Due         Mar-10
      Progress    Most of it belongs to NHS Leeds programmes, from antenatal care to
                  mental health. All of them see more than their share of teenage
                  parents.
      Next steps  Stay involved.
      Risks       Those programmes may stop putting teenage parents first.
      Milestone   m1 Stay involved in all maternal and child health work that
                  touches teenage parents and their children

    Support teenage parents to better outcomes
      Due         Mar-10
      Officer     TPPP
      Progress    Children's centres see more teenage parents, learning mentors
                  moved into centres, a care pathway is being joined to maternity
                  care, and the FNP began casework. Fewer teenage mothers seem to be
                  in residential care.
      Next steps  Five steps with children's centres and health services.
      Risks       It takes many services and agencies working together.
      Milestones  m1 More teenage parents involved with children's centres
                  m2 Progress of the FNP
                  m3 Make health visiting aware of teenage parents
                  m4 Complete the referral care pathway
                  m5 Midwives and health visitors working in children's centres

    Help teenage parents learn, work and be housed
      Due         Mar-10
      Officer     TPPP
      Progress    Care to Learn pays for more childcare each year, mentors moved to
                  children's centres and NEET links grew, with more to do. Housing
                  now sits on the TPPP Board.
      Next steps  Parts that need strengthening.
      Risks       Capacity, once young fathers are known and housing needs assessed.
      Milestones  m1 Closer links to the 14-19 lead
                  m2 Reduce NEET among teenage mothers and fathers
                  m3 Connexions provider asks young men as routine whether they are
                  fathers
                  m4 Better housing data on teenage parents
                  m5 Assess young parents' housing needs

    Links and inspection  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Direct link       Children and Young People's Plan  7.1, 7.2, 7.3, 7.5, 7.6,
                      7.7, 7.8, 7.9
    Area of weakness  yes, named by an inspection

    Officers and partners  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Lead        Leeds CC

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 003, line 85, lines 85-95
    Note        The paper's table of contributors is empty.
    ");
}

#[test]
fn the_tracker_of_hw_2a_reads_well_at_a_hundred_and_twenty_columns() {
    insta::assert_snapshot!(printed(&sample(), Kind::Priority, "teenage-conception", 120), @r"
    HW-2a  Reduce teenage conception and improve sexual health

     A  amber   direction not recorded   2008/09 Q4   not approved

    Theme       HW Health and wellbeing, Leeds Strategic Plan
    Board       Children's Services Scrutiny Board
    Lead        Leeds CC

    ! Challenge  rated amber; 1 of 1 judged indicators missed; the figures suggest  R  red

    Overall assessment  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    The 2007 rate is 4.6% below the 1998 baseline: the first fall for 4 years, while most core cities
    rose. It stands at 48.1 against 41.7 nationally, and is not yet a trend. Much was done on strategy,
    data, communication and school age parents; SRE, CASH, targeted work, IYSS and maternal and child
    health can improve further.

    Achievements  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - First fall. Down 4.6% on 1998, against the national run.
    - Foundations. Substantial progress in strategy, data, communication and support for school age
      parents.
    - Links. Tied to other strategies such as infant mortality; housing and parenting are still to come.

    Challenges and risks  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - The work cuts across many services, so momentum is hard to keep in each.
    - Slower: raising aspirations, work with parents and carers, and outcomes for teenage parents.

    Indicators  1: 1 missed  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code    Indicator                 Baseline  Target    Result  Verdict  Dir.  Data quality
    NI 112  Under 18 conception rate  50.4 /1k  45 /1k  48.1 /1k  missed   +     no concerns

    + better, = as before, - worse than the figure before

    - NI 112  Baseline: 50.4 (1998) rate per 1,000 population (Per 1,000 conceptions). Target: 45 rate
      per 1,000 population. Result: 48.1 (677) for 2007.

    Actions  13: no status recorded  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    Strategic  ─────────────────────────────────────────────────────────────────────────────────────────

    Embed the relaunched teenage pregnancy strategy in city and localities
      Due         Oct-09
      Officer     Leeds CC
      Progress    Strategy relaunched in November 2008 with agencies more involved; councillors had a
                  workshop and each area has a member champion. The national self-assessment has
                  tightened reporting.
      Next steps  City-wide steps (m1 to m4) and steps in the localities with high rates (m5 to m8).
      Risks       Keeping plans joined up over the long run, and turning them into action.
      Milestones  m1 City: keep all key partners engaged, with more councillor workshops
                  m2 City: link with housing, parenting and 14-19 strategies
                  m3 City: put the strategy into service plans
                  m4 City: joint commissioning plans in place
                  m5 Localities: leadership teams in the priority wards
                  m6 Localities: win more senior local sponsors
                  m7 Localities: put the strategy into local service plans
                  m8 Localities: joint commissioning plans in place

    Data  ──────────────────────────────────────────────────────────────────────────────────────────────

    Use local data to manage teenage pregnancy performance
      Due         Oct-09
      Progress    Local data are collected and analysed, so less hangs on national figures, which come
                  14 months after the year (almost 2 years for wards). A way of receiving local data was
                  being built for 09/10.
      Next steps  Sharper performance management.
      Risks       Sharing may not be robust, nor the data complete and on time.
      Milestones  m1 Better data quality
                  m2 Better sharing and reporting in each organisation and the TPP Partnership
                  m3 Performance dashboard and monitoring in place

    Communication  ─────────────────────────────────────────────────────────────────────────────────────

    Carry on the communication strategy and social marketing
      Due         Mar-10
      Progress    Strategy and plan are in use. Campaigns on buses, radio and in public toilets were
                  timed for Christmas, New Year and Valentine's Day, when conceptions rise most.
      Next steps  More campaigns and social marketing.
      Risks       Reaching a wider mix of young people.
      Milestones  m1 Campaigns at Christmas, New Year, Valentine's Day and before the summer holidays
                  m2 Social marketing in priority wards with high rates

    Implementation: preventing teenage conceptions  ────────────────────────────────────────────────────

    Provide contraception and sexual health services young people will use
      Due         Jan-10
      Progress    Young people's needs were assessed and a sexual health strategy drafted, which led to
                  work to raise the use of LARC.
      Next steps  More CASH provision for young people.
      Risks       No resources for the increase.
      Milestones  m1 More provision in schools and FE colleges
                  m2 Finish the service map
                  m3 Finish the interagency service pathway
                  m4 Raise the uptake of LARC

    Strengthen sex and relationship education in and out of school
      Due         Mar-10
      Officer     Leeds CC, for Education Leeds
      Progress    SRE and its quality were reviewed in schools and in youth, youth offending and
                  voluntary services, led by Education Leeds and IYSS. A multi-agency training group
                  keeps messages alike.
      Next steps  Further progress on SRE and PSHE.
      Risks       Schools and colleges may not take part.
      Milestones  m1 Strong SRE and PSHE in schools and other settings
                  m2 More provision in priority schools with pupils at high risk
                  m3 More provision in FE colleges

    Target localities and looked after young people at risk
      Due         Mar-10
      Progress    Inner East and Inner South were audited by a seconded locality commissioner. A sexual
                  health nurse for LAC and care leavers worked so well that social care now funds the
                  post; unofficial findings show fewer conceptions.
      Next steps  Separate steps by place (m1, m2) and for LAC (m3, m4).
      Risks       Localities may not work together or have the money. The LAC entry breaks off in the
                  paper.
      Milestones  m1 Places: identify, plan and commission locality services
                  m2 Places: locality champions in place
                  m3 LAC: continue the sexual health nurse's work
                  m4 LAC: review how to reach more families in the social care system

    Train staff in partner agencies on teenage pregnancy and SRE
      Due         Jan-10
      Progress    Progress was limited, chiefly the multi-agency team of trainers.
      Next steps  Build on that team.
      Risks       Agencies may lack the capacity and time to take SRE in.
      Milestones  m1 Carry on with the multi-agency SRE training team
                  m2 Work with workforce development to embed SRE

    Give IYSS a clear part in tackling teenage pregnancy
      Due         Mar-10
      Progress    IYSS is a key partner: a health project in South Leeds, a review of sexual health work
                  in youth offending, a secondee on SRE out of school, and training for senior staff.
      Next steps  Training, guidance and activities.
      Risks       Too little capacity to train; priority groups may not take up activities.
      Milestones  m1 Keep training staff on SRE
                  m2 Coordinate advice on relationships and sexual health, linked to local CASH
                  m3 Positive activities within reach of priority wards, teenage parents and other
                  vulnerable young people

    Raise the aspirations of young people and families
      Due         Mar-10
      Progress    Perhaps the strongest protection and the hardest to bring about: aspirations form
                  early, maybe by age 8 to 10. Education Leeds has begun to look at ways.
      Next steps  Develop the work into one approach.
      Risks       Long-term work that starts slowly.
      Milestones  m1 Continue the work begun
                  m2 Link the aspiration schemes together
                  m3 Work out a strategic view

    Help parents and carers talk about sexual health
      Due         Mar-10
      Officer     Leeds CC, for Children's Services
      Progress    Very limited so far: 15 people trained to run Speakeasy, with some courses held,
                  mainly in South Leeds.
      Next steps  More courses, so that parents and carers are more confident.
      Risks       Paying for Speakeasy or something like it.
      Milestones  m1 Decide between more Speakeasy, which is costly, and a local course
                  m2 Aim courses at priority areas
                  m3 Look into joint work with the STEPS programme

    Implementation: supporting teenage mothers and young fathers  ──────────────────────────────────────

    Keep teenage parents in maternal and child health work
      Due         Mar-10
      Progress    Most of it belongs to NHS Leeds programmes, from antenatal care to mental health. All
                  of them see more than their share of teenage parents.
      Next steps  Stay involved.
      Risks       Those programmes may stop putting teenage parents first.
      Milestone   m1 Stay involved in all maternal and child health work that touches teenage parents
                  and their children

    Support teenage parents to better outcomes
      Due         Mar-10
      Officer     TPPP
      Progress    Children's centres see more teenage parents, learning mentors moved into centres, a
                  care pathway is being joined to maternity care, and the FNP began casework. Fewer
                  teenage mothers seem to be in residential care.
      Next steps  Five steps with children's centres and health services.
      Risks       It takes many services and agencies working together.
      Milestones  m1 More teenage parents involved with children's centres
                  m2 Progress of the FNP
                  m3 Make health visiting aware of teenage parents
                  m4 Complete the referral care pathway
                  m5 Midwives and health visitors working in children's centres

    Help teenage parents learn, work and be housed
      Due         Mar-10
      Officer     TPPP
      Progress    Care to Learn pays for more childcare each year, mentors moved to children's centres
                  and NEET links grew, with more to do. Housing now sits on the TPPP Board.
      Next steps  Parts that need strengthening.
      Risks       Capacity, once young fathers are known and housing needs assessed.
      Milestones  m1 Closer links to the 14-19 lead
                  m2 Reduce NEET among teenage mothers and fathers
                  m3 Connexions provider asks young men as routine whether they are fathers
                  m4 Better housing data on teenage parents
                  m5 Assess young parents' housing needs

    Links and inspection  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Direct link       Children and Young People's Plan  7.1, 7.2, 7.3, 7.5, 7.6, 7.7, 7.8, 7.9
    Area of weakness  yes, named by an inspection

    Officers and partners  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Lead        Leeds CC

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 003, line 85, lines 85-95
    Note        The paper's table of contributors is empty.
    ");
}
