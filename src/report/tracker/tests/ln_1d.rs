use crate::domain::kind::Kind;
use crate::report::tests::{printed, sample};

#[test]
fn the_tracker_of_ln_1d_reads_well_at_eighty_columns() {
    insta::assert_snapshot!(printed(&sample(), Kind::Priority, "vulnerable-groups-eet", 80), @r"
    LN-1d  Increase the proportion of vulnerable groups engaged in education,
           training or employment

     A  amber   direction not recorded   2008/09 Q4   not approved

    Theme       LN Learning, Leeds Strategic Plan
    Board       Children's Services Scrutiny Board
    Lead        Leeds CC

    ! Challenge  rated amber; 2 of 3 judged indicators missed; the figures suggest
     R  red

    Overall assessment  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    NEET was 9.1% in 2007, 10% in 2007/08 and is now 9.5%, above the 8.9% target.
    Prospects took over the main Connexions service in April 2009 and should work
    closer with schools and refer better; other contracts follow. The NEET Strategy
    Group's members and leadership are under review.

    Achievements  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - Connexions. Main service recommissioned.

    Challenges and risks  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - Recession.
    - Cuts in central and local government.
    - Data quality and availability.
    - Duplication and inefficiency.

    Indicators  3: 1 met, 2 missed  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code    Indicator                  Target   Result  Verdict  Dir.  Data quality
    NI 117  16 - 18 year olds who are   8.9 %   9.5  %  missed         some concerns
            not in education training
            or employment (NEET)
    NI 45   Young offenders            73   %  76.24 %  met            no concerns
            engagement in suitable
            education, training and…
    NI 148  Care leavers in            76.6 %  68.9  %  missed   -     no concerns
            education, employment or
            training
    Not shown at this width: Baseline

    + better, = as before, - worse than the figure before

    - NI 117  Baseline: 9.1% (An average of Nov, Dec 2006 and Jan 2007). LN-1d dates
      the same average 2006/07 and says it follows national reporting guidance.
      Result: 9.5% (2246). Data quality: From LN-1d; the cell is blank in TP-3b.
    - NI 45  Baseline: Undated. Result: 76.24% (1171/1536).
    - NI 148  Baseline: 71.3% (2006/07). Result: 68.9% (93/135).

    Actions  7: no status recorded  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    Bring down the number of NEET young people
      Due         next milestone 30 Sep 2009
      Progress    NEET rose from 9.1% to 10%, then fell to 9.5%, missing the target
                  by 0.6%. Strategy and school target groups are set up; Prospects
                  holds the £10.295m contract and £9.2m more is being procured.
      Next steps  Six steps.
      Risks       The IYSS Board may not agree before Jan 2010, and recommissioning
                  may change little. Local models may come slowly, data be unclear
                  and contracts inflexible.

          Milestone                                  Due            Officer
      m1  Review the NEET Strategy Group's members   January 2010   Head of IYSS
          and leadership
      m2  Recommission Connexions: all new           April 2010     Head of IYSS
          contracts in place
      m3  Plan post-16 places and funding by wedge,  December 2009  Head of 14-19
          from data                                                 Strategy
      m4  Sound data on NEET and on the 'not known'  Sept 2009      Service
                                                                    Development…
      m5  Wedge leadership teams commission local    Sept 2009      Locality
          work on NEET                                              Enablers
      m6  CYPSC and YOS work closely, to build on
          YOS's success

    Show that targeted youth support is embedded
      Due         Apr-10
      Officer     Head of IYSS
      Progress    The DCSF agrees that the strategy is fully implemented in Leeds.
      Next steps  Gather evidence; test the model in the west and spread what works.
      Risks       Services must join across departments.

    Build the South Leeds youth hub
      Due         June 2009, Sept 2009 and Sept 2010.
      Officer     Head of IYSS
      Progress    Executive Board approved the strategy and project management is in
                  place.
      Risks       The project manager's contract ends in September 2009.

          Milestone                             Due
      m1  Building specification out to tender  June 2009
      m2  Contract awarded                      Sept 2009
      m3  Partnership delivery model in place   Sept 2010

    Use European Social Fund money for NEET
      Due         Apr-10
      Officer     Manager of Targeted Youth Service
      Progress    The 2008 bid brought up to £1m at first, £2.5m over 3 years if
                  performance holds.
      Next steps  7 VCFS organisations deliver; a business case for the other £1.5m
                  is being written.
      Risks       Results may be too weak to draw the rest.

    Open a new Connexions centre
      Due         Apr-10
      Officer     IYSS Manager
      Progress    Prospects will lead; the present centre stays until March 2010,
                  which removes a serious risk.
      Next steps  Partners discuss a multi-agency youth hub with Connexions in it.
      Risks       The downturn may keep partners from committing.

    Get more care leavers into education, work or training
      Due         May-09
      Officer     Interim Chief Officer CYPSC
      Progress    Fell short of the target, as nationally: few jobs and
                  apprenticeships. Lost contact with asylum seekers also counts. A
                  new provider has been chosen.
      Next steps  A third Connexions adviser has joined the team, and its financial
                  policy rewards those who train or work.

    Keep young offenders in education, work or training
      Due         May-09
      Officer     Head of YOS
      Progress    Up by 12% on the same period last year and above the national,
                  regional and family group averages: results are tracked by area
                  team, and each person out of learning has a worker and a plan.
      Next steps  Targets have been made harder.

    Links and inspection  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Direct link       Children and Young People's Plan  5.1, 5.2, 5.4, 5.6, 5.7 (1),
                      5.7 (2)
    Area of weakness  yes, named by an inspection

    Officers and partners  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Lead          Leeds CC
    Contributors  Chief Officer, Children and Young People's Social Care, Leeds CC,
                  for Children's Services
                  Leeds CC, for Education Leeds
                  Leeds CC, for City Development
                  Leeds CC, for Environments and Neighbourhoods
                  Leeds CC, for Adult Social Services
    Partners      Job Centre Plus
                  Leeds Partnership Foundation Trust
                  Learning Skills Council
                  VCFS
                  Leeds Colleges

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 003, line 286, lines 286-290
    Note        Officers whom the paper only names stand once per directorate or
                organisation.
    ");
}

#[test]
fn the_tracker_of_ln_1d_reads_well_at_a_hundred_and_twenty_columns() {
    insta::assert_snapshot!(printed(&sample(), Kind::Priority, "vulnerable-groups-eet", 120), @r"
    LN-1d  Increase the proportion of vulnerable groups engaged in education, training or employment

     A  amber   direction not recorded   2008/09 Q4   not approved

    Theme       LN Learning, Leeds Strategic Plan
    Board       Children's Services Scrutiny Board
    Lead        Leeds CC

    ! Challenge  rated amber; 2 of 3 judged indicators missed; the figures suggest  R  red

    Overall assessment  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    NEET was 9.1% in 2007, 10% in 2007/08 and is now 9.5%, above the 8.9% target. Prospects took over
    the main Connexions service in April 2009 and should work closer with schools and refer better;
    other contracts follow. The NEET Strategy Group's members and leadership are under review.

    Achievements  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - Connexions. Main service recommissioned.

    Challenges and risks  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - Recession.
    - Cuts in central and local government.
    - Data quality and availability.
    - Duplication and inefficiency.

    Indicators  3: 1 met, 2 missed  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code    Indicator                                                Baseline  Target   Result  Verdict  Dir.  Data quality
    NI 117  16 - 18 year olds who are not in education training or      9.1 %   8.9 %   9.5  %  missed         some concerns
            employment (NEET)
    NI 45   Young offenders engagement in suitable education,          68.2 %  73   %  76.24 %  met            no concerns
            training and employment
    NI 148  Care leavers in education, employment or training          71.3 %  76.6 %  68.9  %  missed   -     no concerns

    + better, = as before, - worse than the figure before

    - NI 117  Baseline: 9.1% (An average of Nov, Dec 2006 and Jan 2007). LN-1d dates the same average
      2006/07 and says it follows national reporting guidance. Result: 9.5% (2246). Data quality: From
      LN-1d; the cell is blank in TP-3b.
    - NI 45  Baseline: Undated. Result: 76.24% (1171/1536).
    - NI 148  Baseline: 71.3% (2006/07). Result: 68.9% (93/135).

    Actions  7: no status recorded  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    Bring down the number of NEET young people
      Due         next milestone 30 Sep 2009
      Progress    NEET rose from 9.1% to 10%, then fell to 9.5%, missing the target by 0.6%. Strategy
                  and school target groups are set up; Prospects holds the £10.295m contract and £9.2m
                  more is being procured.
      Next steps  Six steps.
      Risks       The IYSS Board may not agree before Jan 2010, and recommissioning may change little.
                  Local models may come slowly, data be unclear and contracts inflexible.

          Milestone                                                Due            Officer
      m1  Review the NEET Strategy Group's members and leadership  January 2010   Head of IYSS
      m2  Recommission Connexions: all new contracts in place      April 2010     Head of IYSS
      m3  Plan post-16 places and funding by wedge, from data      December 2009  Head of 14-19 Strategy
      m4  Sound data on NEET and on the 'not known'                Sept 2009      Service Development Manager
      m5  Wedge leadership teams commission local work on NEET     Sept 2009      Locality Enablers
      m6  CYPSC and YOS work closely, to build on YOS's success

    Show that targeted youth support is embedded
      Due         Apr-10
      Officer     Head of IYSS
      Progress    The DCSF agrees that the strategy is fully implemented in Leeds.
      Next steps  Gather evidence; test the model in the west and spread what works.
      Risks       Services must join across departments.

    Build the South Leeds youth hub
      Due         June 2009, Sept 2009 and Sept 2010.
      Officer     Head of IYSS
      Progress    Executive Board approved the strategy and project management is in place.
      Risks       The project manager's contract ends in September 2009.

          Milestone                             Due
      m1  Building specification out to tender  June 2009
      m2  Contract awarded                      Sept 2009
      m3  Partnership delivery model in place   Sept 2010

    Use European Social Fund money for NEET
      Due         Apr-10
      Officer     Manager of Targeted Youth Service
      Progress    The 2008 bid brought up to £1m at first, £2.5m over 3 years if performance holds.
      Next steps  7 VCFS organisations deliver; a business case for the other £1.5m is being written.
      Risks       Results may be too weak to draw the rest.

    Open a new Connexions centre
      Due         Apr-10
      Officer     IYSS Manager
      Progress    Prospects will lead; the present centre stays until March 2010, which removes a
                  serious risk.
      Next steps  Partners discuss a multi-agency youth hub with Connexions in it.
      Risks       The downturn may keep partners from committing.

    Get more care leavers into education, work or training
      Due         May-09
      Officer     Interim Chief Officer CYPSC
      Progress    Fell short of the target, as nationally: few jobs and apprenticeships. Lost contact
                  with asylum seekers also counts. A new provider has been chosen.
      Next steps  A third Connexions adviser has joined the team, and its financial policy rewards those
                  who train or work.

    Keep young offenders in education, work or training
      Due         May-09
      Officer     Head of YOS
      Progress    Up by 12% on the same period last year and above the national, regional and family
                  group averages: results are tracked by area team, and each person out of learning has
                  a worker and a plan.
      Next steps  Targets have been made harder.

    Links and inspection  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Direct link       Children and Young People's Plan  5.1, 5.2, 5.4, 5.6, 5.7 (1), 5.7 (2)
    Area of weakness  yes, named by an inspection

    Officers and partners  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Lead          Leeds CC
    Contributors  Chief Officer, Children and Young People's Social Care, Leeds CC, for Children's
                  Services
                  Leeds CC, for Education Leeds
                  Leeds CC, for City Development
                  Leeds CC, for Environments and Neighbourhoods
                  Leeds CC, for Adult Social Services
    Partners      Job Centre Plus
                  Leeds Partnership Foundation Trust
                  Learning Skills Council
                  VCFS
                  Leeds Colleges

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 003, line 286, lines 286-290
    Note        Officers whom the paper only names stand once per directorate or organisation.
    ");
}
