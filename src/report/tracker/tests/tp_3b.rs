use crate::domain::kind::Kind;
use crate::report::tests::{printed, sample};

#[test]
fn the_tracker_of_tp_3b_reads_well_at_eighty_columns() {
    insta::assert_snapshot!(printed(&sample(), Kind::Priority, "child-poverty", 80), @r"
    TP-3b  Reduce the number of children in poverty

     A  amber   direction not recorded   2008/09 Q4   not approved

    Theme       TP Thriving places, Leeds Strategic Plan
    Board       Children's Services Scrutiny Board
    Lead        Leeds CC

    ! Challenge  rated amber; 4 of 6 judged indicators missed; the figures suggest
     R  red

    Overall assessment  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Leeds' bid for Beacon status raised the profile of child poverty and of a
    city-wide answer to it. It is now a priority in both the Leeds Strategic Plan
    and the CYPP. A Child Poverty Outcome Group held its first meeting in mid May
    2009; it is settling which indicators will show whether the work succeeds.

    Achievements  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - Two plans. Child poverty is a priority in the Leeds Strategic Plan and the
      CYPP.
    - Outcome group. A city-wide group has been set up and has met.

    Indicators  11: 1 met, 1 close, 4 missed, 5 not judged  ━━━━━━━━━━━━━━━━━━━━━━━━
    Code      Indicator                        Target          Result  Verdict  Dir.
    NI 116    Proportion of children in           N/A       see below  -
              poverty
    NI 153    Working age people claiming     29.8  %     27.3  %      met
              out of work benefits in the
              worst performing…
    NI 187a   Tackling fuel poverty - %           N/A      6.63 %      -        +
              of people receiving income
              based benefits living in…
    NI 187b   Tackling fuel poverty - %       35.75 %     35.73 %      close    +
              of people receiving income
              based benefits living in…
    LSP-TP1E  Increase the number of new   6,700       5,971           missed
              customers on low incomes
              accessing credit union…
    NI 92     Narrowing the gap between       33.3  %     39.8  %      missed   -
              the lowest achieving 20% in
              the Early Years Foundation…
    NI 102A   Achievement gap between       see below     24.9  pts    -        +
              pupils eligible for free
              school meals and their…
    NI 102B   Achievement gap between       see below     32.7  pts p  -        -
              pupils eligible for free
              school meals and their…
    NI 118    Take up of formal childcare        none       see below  -
              by low-income working
              families
    NI 117    16 - 18 year olds who are        8.9  %      9.5  %      missed
              not in education training
              or employment (NEET)
    NI 158    % non-decent council homes      15    %     18.5  %      missed
    Not shown at this width: Baseline, Data quality

    + better, = as before, - worse than the figure before; p provisional

    - NI 116  Baseline: To be established. Result: See comment at bottom of table.
      Data quality cell: N/A. The comment is the footnote in the indicator's note.
      Note: Polarity and frequency from paper 001, line 1688. Footnote: the
      technical definition was revised in March 2009 to take in low-income working
      families beside families on out-of-work benefits; no release date is known and
      a query is with the Audit Commission.
    - NI 153  Baseline: 30.4% (2007). Result: 27.3% (Qtr 3). The cell says only Qtr
      3; read as quarter 3 of the column's year. The footnote counts quarters of the
      calendar year, so it may be July to September 2008.
    - NI 187a  Baseline: 7.90% (2007/08) (SAP<35). Result: 6.63% (6650/100236).
    - NI 187b  Baseline: 34.59% 2007/08 (SAP>=65). Result: 35.73% (35835/100236). As
      printed; the fraction gives 35.75. The data quality cell is blank.
    - LSP-TP1E  Baseline: 6,700 (Jan - Dec 2007). Target: The cell explains that
      2007 was exceptional, so 2008 is only asked to hold that level.
    - NI 92  Baseline: 38% - 2006/07 academic year. TP-3b prints 38.2%. Target:
      33.3% (2007/08 academic year). Result: 39.8% - 2007/08 academic year
      (confirmed). TP-3b prints 39.7%.
    - NI 102A  Baseline: of 2006/07 AY. Undated in paper 003; paper 001 gives the
      same figure for the 2006/07 academic year. Target: New indicator no target
      set. Result: 24.9% points (07/08 academic year).
    - NI 102B  Baseline: of 2006/07 AY. Undated in paper 003; paper 001 gives the
      same figure for the 2006/07 academic year. Target: New indicator no target
      set. Result: 32.7 % points (provisional result) (07/08 academic year).
    - NI 118  Baseline: 19.0% (2005/06). Result: Result not yet available. The data
      quality cell is blank. Note: Polarity from the indicator's own words; no paper
      prints it.
    - NI 117  Baseline: 9.1% (An average of Nov, Dec 2006 and Jan 2007). LN-1d dates
      the same average 2006/07 and says it follows national reporting guidance.
      Result: 9.5% (2246). Data quality: From LN-1d; the cell is blank in TP-3b.
    - NI 158  Baseline: Undated. Result: The data quality cell is blank.

    Actions  3: no status recorded  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    Keep child poverty a priority after the Beacon bid
      Progress    The bid failed. Child poverty stays a priority and is among the
                  top ten issues of the CYPP for 2009-14.

    Set up the child poverty project group
      Progress    Group set up; its brief goes to the first meeting. It will join up
                  services on the Beacon bid's five themes: entrenched causes,
                  worklessness, readiness for work, money and attainment.
      Next steps  Agree the tie to the PCT's infant mortality work, ask the
                  Worklessness Group to oversee the group, and draw up a work
                  programme for the five themes.
      Risks       Recession, cuts, duplicated effort and thin data (NI 116); the
                  council's legal role on economic inequality is still open.

    Build child poverty into equality monitoring
      Progress    The Equalities Network has taken on monitoring, and equality
                  impact assessments now cover child poverty, before the law asks
                  for it.

    Links and inspection  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Direct link       Children and Young People's Plan  6.1, 6.3, 6.7, 6.10
    Area of weakness  no

    Officers and partners  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Lead          Leeds CC
    Contributors  Leeds CC, for Children's Services
                  Leeds CC, for Education Leeds
                  Leeds CC, for Environments and Neighbourhoods
                  Leeds CC, for City Development
    Partner       Job Centre Plus

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 003, line 4, lines 4-8
    Note        Officers whom the paper only names stand once per directorate or
                organisation. The line with the tracker's reference is lost at the
                top of the paper; code and theme from paper 001, line 704.
    ");
}

#[test]
fn the_tracker_of_tp_3b_reads_well_at_a_hundred_and_twenty_columns() {
    insta::assert_snapshot!(printed(&sample(), Kind::Priority, "child-poverty", 120), @r"
    TP-3b  Reduce the number of children in poverty

     A  amber   direction not recorded   2008/09 Q4   not approved

    Theme       TP Thriving places, Leeds Strategic Plan
    Board       Children's Services Scrutiny Board
    Lead        Leeds CC

    ! Challenge  rated amber; 4 of 6 judged indicators missed; the figures suggest  R  red

    Overall assessment  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Leeds' bid for Beacon status raised the profile of child poverty and of a city-wide answer to it. It
    is now a priority in both the Leeds Strategic Plan and the CYPP. A Child Poverty Outcome Group held
    its first meeting in mid May 2009; it is settling which indicators will show whether the work
    succeeds.

    Achievements  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    - Two plans. Child poverty is a priority in the Leeds Strategic Plan and the CYPP.
    - Outcome group. A city-wide group has been set up and has met.

    Indicators  11: 1 met, 1 close, 4 missed, 5 not judged  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Code      Indicator                                   Baseline      Target          Result  Verdict  Dir.  Data quality
    NI 116    Proportion of children in poverty          see below         N/A       see below  -
    NI 153    Working age people claiming out of         30.4  %       29.8  %     27.3  %      met            no concerns
              work benefits in the worst performing
              neighbourhoods
    NI 187a   Tackling fuel poverty - % of people         7.9  %           N/A      6.63 %      -        +     no concerns
              receiving income based benefits living
              in homes with low energy efficiency…
    NI 187b   Tackling fuel poverty - % of people        34.59 %       35.75 %     35.73 %      close    +
              receiving income based benefits living
              in homes with high energy efficiency…
    LSP-TP1E  Increase the number of new customers    6,700         6,700       5,971           missed         no concerns
              on low incomes accessing credit union
              services (savings, loans and current…
    NI 92     Narrowing the gap between the lowest       38    %       33.3  %     39.8  %      missed   -     no concerns
              achieving 20% in the Early Years
              Foundation Stage Profile and the rest
    NI 102A   Achievement gap between pupils             25.6  pts   see below     24.9  pts    -        +     no concerns
              eligible for free school meals and
              their peers achieving the expected…
    NI 102B   Achievement gap between pupils             32    pts   see below     32.7  pts p  -        -     no concerns
              eligible for free school meals and
              their peers achieving the expected…
    NI 118    Take up of formal childcare by             19    %          none       see below  -
              low-income working families
    NI 117    16 - 18 year olds who are not in            9.1  %        8.9  %      9.5  %      missed         some concerns
              education training or employment
              (NEET)
    NI 158    % non-decent council homes                 22.8  %       15    %     18.5  %      missed

    + better, = as before, - worse than the figure before; p provisional

    - NI 116  Baseline: To be established. Result: See comment at bottom of table. Data quality cell:
      N/A. The comment is the footnote in the indicator's note. Note: Polarity and frequency from paper
      001, line 1688. Footnote: the technical definition was revised in March 2009 to take in low-income
      working families beside families on out-of-work benefits; no release date is known and a query is
      with the Audit Commission.
    - NI 153  Baseline: 30.4% (2007). Result: 27.3% (Qtr 3). The cell says only Qtr 3; read as quarter 3
      of the column's year. The footnote counts quarters of the calendar year, so it may be July to
      September 2008.
    - NI 187a  Baseline: 7.90% (2007/08) (SAP<35). Result: 6.63% (6650/100236).
    - NI 187b  Baseline: 34.59% 2007/08 (SAP>=65). Result: 35.73% (35835/100236). As printed; the
      fraction gives 35.75. The data quality cell is blank.
    - LSP-TP1E  Baseline: 6,700 (Jan - Dec 2007). Target: The cell explains that 2007 was exceptional,
      so 2008 is only asked to hold that level.
    - NI 92  Baseline: 38% - 2006/07 academic year. TP-3b prints 38.2%. Target: 33.3% (2007/08 academic
      year). Result: 39.8% - 2007/08 academic year (confirmed). TP-3b prints 39.7%.
    - NI 102A  Baseline: of 2006/07 AY. Undated in paper 003; paper 001 gives the same figure for the
      2006/07 academic year. Target: New indicator no target set. Result: 24.9% points (07/08 academic
      year).
    - NI 102B  Baseline: of 2006/07 AY. Undated in paper 003; paper 001 gives the same figure for the
      2006/07 academic year. Target: New indicator no target set. Result: 32.7 % points (provisional
      result) (07/08 academic year).
    - NI 118  Baseline: 19.0% (2005/06). Result: Result not yet available. The data quality cell is
      blank. Note: Polarity from the indicator's own words; no paper prints it.
    - NI 117  Baseline: 9.1% (An average of Nov, Dec 2006 and Jan 2007). LN-1d dates the same average
      2006/07 and says it follows national reporting guidance. Result: 9.5% (2246). Data quality: From
      LN-1d; the cell is blank in TP-3b.
    - NI 158  Baseline: Undated. Result: The data quality cell is blank.

    Actions  3: no status recorded  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

    Keep child poverty a priority after the Beacon bid
      Progress    The bid failed. Child poverty stays a priority and is among the top ten issues of the
                  CYPP for 2009-14.

    Set up the child poverty project group
      Progress    Group set up; its brief goes to the first meeting. It will join up services on the
                  Beacon bid's five themes: entrenched causes, worklessness, readiness for work, money
                  and attainment.
      Next steps  Agree the tie to the PCT's infant mortality work, ask the Worklessness Group to
                  oversee the group, and draw up a work programme for the five themes.
      Risks       Recession, cuts, duplicated effort and thin data (NI 116); the council's legal role on
                  economic inequality is still open.

    Build child poverty into equality monitoring
      Progress    The Equalities Network has taken on monitoring, and equality impact assessments now
                  cover child poverty, before the law asks for it.

    Links and inspection  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Direct link       Children and Young People's Plan  6.1, 6.3, 6.7, 6.10
    Area of weakness  no

    Officers and partners  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Lead          Leeds CC
    Contributors  Leeds CC, for Children's Services
                  Leeds CC, for Education Leeds
                  Leeds CC, for Environments and Neighbourhoods
                  Leeds CC, for City Development
    Partner       Job Centre Plus

    Sources and notes  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    Sources     paper 003, line 4, lines 4-8
    Note        Officers whom the paper only names stand once per directorate or organisation. The line
                with the tracker's reference is lost at the top of the paper; code and theme from paper
                001, line 704.
    ");
}
