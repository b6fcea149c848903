using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.Tests.Predictions;

/// <summary>Lists of predictions out of files, and what is derived from them.</summary>
public sealed class PredictionFileTests
{
    private const string Yaml = """
        sets:
          - forecaster: Ada Example
            made: 2031-05-01
            about: the next paper on sieves
            reported_score: -0.35
            predictions:
              - {statement: they compare with a probe, probability: 0.25, outcome: false}
              - {statement: they show one example, probability: 90%, outcome: true, rationale: figure two}
              - {probability: unknown, outcome: false}
          - forecaster: Ada Example
            made: 2031-06-01
            about: the one after
            predictions:
              - {statement: they release code, probability: 0.5}
        """;

    private const string Markdown = """
        # The next paper on sieves

        Forecaster: Ada Example
        Made: 2031-05-01
        Reported score: -0.35

        1. (25%) they compare with a probe [false]
        2. (90%) they show one example [true: figure two]
        3. (?) [false]

        ## The one after
        Made: 2031-06-01

        1. they release code - 50%
        """;

    private const string Csv = """
        forecaster,made,about,reported_score,number,statement,probability,outcome,rationale
        Ada Example,2031-05-01,sieves,-0.35,1,"they compare with a probe, at last",0.25,false,
        Ada Example,2031-05-01,sieves,,2,they show one example,0.9,true,figure two
        Ada Example,2031-05-01,sieves,,3,,,false,
        Ada Example,2031-06-01,the one after,,1,they release code,0.5,,
        """;

    [Theory]
    [InlineData("a.yaml", Yaml)]
    [InlineData("a.md", Markdown)]
    [InlineData("a.csv", Csv)]
    public void Every_form_holds_several_lists_with_their_outcomes(string name, string text)
    {
        var sets = PredictionFile.Read(name, text, new());
        Assert.Equal(2, sets.Count);
        Assert.Equal(("Ada Example", new DateOnly(2031, 5, 1), -0.35), (sets[0].Forecaster, sets[0].MadeOn, sets[0].ReportedScore!.Value));
        Assert.Equal([(1, 0.25, Resolution.False), (2, 0.9, Resolution.True), (3, null, Resolution.False)], sets[0].Items.Select(item => (item.Number, item.Probability, item.Resolution)));
        Assert.Equal("figure two", sets[0].Items[1].Rationale);
        Assert.Equal(("they release code", 0.5, Resolution.Open), (sets[1].Items[0].Statement, sets[1].Items[0].Probability!.Value, sets[1].Items[0].Resolution));
    }

    [Theory]
    [InlineData("a.yaml", "predictions: [{statement: x, probability: 1.5}]", "1.5")]
    [InlineData("a.yaml", "predictions: [{statement: x, probability: 0.5, outcome: perhaps}]", "perhaps")]
    [InlineData("a.yaml", "predictions: [{statement: x, outcome: partial}]", "fraction")]
    [InlineData("a.yaml", "a: [", "line")]
    [InlineData("a.md", "Nothing is predicted here.", "no list")]
    [InlineData("a.doc", "1. (50%) x", ".doc")]
    public void What_makes_no_sense_is_refused_with_its_reason(string name, string text, string reason)
    {
        var problem = Assert.Throws<HypeWatchException>(() => PredictionFile.Read(name, text, new("Ada", new DateOnly(2031, 1, 1), "x")));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.yaml", "made: 2031-01-01\npredictions:\n  - {statement: x, probability: 0.5}\n  - {statement: y, probability: high}\n", "a.yaml, line 4: 'high' is no probability; write")]
    [InlineData("a.yaml", "predictions:\n  - {statement: x, probability: 0.5}\n  - they compare\n", "a.yaml, line 3: 'they compare' is no part of 'predictions'; write it as")]
    [InlineData("a.yaml", "predictions: none\n", "a.yaml, line 1: 'predictions' is no list; write")]
    [InlineData("a.csv", "statement,probability\n\"two\nlines\",0.5\nx,140%\n", "a.csv, line 4: '140%' is no probability; it lies")]
    [InlineData("a.csv", "what,how\nx,0.5\n", "a.csv, line 1: no column is named 'statement'")]
    [InlineData("a.md", "# Sieves\n\n1. (90%) they show one\n2. they compare\n", "a.md, line 4: number 2 states no probability; write")]
    [InlineData("a.md", "# Sieves\n\n1. (90%) they show one\n\n1. (20%) they compare\n", "a.md, line 5: the list 'Sieves' has number 1 twice; give")]
    [InlineData("a.md", "# Sieves\nMade: May\n1. (90%) they show one\n", "a.md, line 2: 'May' is no day on which the list was made; write")]
    [InlineData("a.txt", "Nothing is predicted here.", "a.txt holds no list of predictions; write each as a line")]
    [InlineData("a.csv", "statement,probability,outcome\nx,0.5,\ny,0.4\n", "a.csv, line 3: the line has 2 cells for the 3 columns of the first line; write one for each")]
    [InlineData("a.csv", "statement,probability\nx,0.5\n\"y,0.4\nz,0.1\n", "a.csv, line 3: a quotation mark opens here and is never closed; close it")]
    [InlineData("a.csv", "number,statement,probability,beside\n1,x,0.5,\n2,,,dispute\n", "a.csv, line 3: no line above has the prediction with number 2; write it")]
    [InlineData("a.md", "# Sieves\n\n1. (90%) they show one [perhaps]\n", "a.md, line 3: 'perhaps' is no outcome; write [true]")]
    [InlineData("a.md", "# Sieves\n\n1. (90%) they show one [partial]\n", "a.md, line 3: a partial outcome needs its fraction")]
    [InlineData("a.md", "# Sieves\nMade: 2099-01-01\n1. (90%) they show one\n", "a.md, line 2: the list was made on 2099-01-01, which is yet to come (today is 2031-06-01, UTC); write")]
    [InlineData("a.md", "# Sieves\nMade: 2031-05-01\nKnown at: 2031-04-01\n1. (90%) they show one [true]\n", "a.md, line 4: an outcome was known on 2031-04-01, before the list was made (2031-05-01); correct")]
    [InlineData("a.yaml", "made: 2031-05-01\ncommitment: abc\npredictions:\n  - {statement: x, probability: 0.5}\n", "a.yaml, line 1: the list was changed since its hash abc was kept")]
    public void A_refusal_names_the_line_and_what_to_write_there(string name, string text, string message)
    {
        var problem = Assert.Throws<HypeWatchException>(() => PredictionFile.Read(name, text, new("Ada", new DateOnly(2031, 1, 1), "x") { Today = new(2031, 6, 1) }));
        Assert.DoesNotContain('\n', problem.Message);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_of_a_post_goes_on_over_its_lines_and_the_words_between_items_are_no_part_of_it()
    {
        const string post = """
            Here is what I expect:

            1. 90%: they show
               one example.

            All of these happened before, 50% of them twice.

            2. 15%: a rigorous comparison - I doubt it, since they
            have shown none so far.
            """;
        var set = Assert.Single(PredictionFile.Read("post.md", post, new("Ada", new DateOnly(2031, 1, 1), "sieves")));
        Assert.Equal([("they show one example.", 0.9), ("a rigorous comparison - I doubt it, since they have shown none so far.", 0.15)], set.Items.Select(item => (item.Statement, item.Probability!.Value)));
    }

    [Fact]
    public void An_incomplete_set_tells_what_the_rest_must_add()
    {
        var set = PredictionFile.Read("a.yaml", Yaml, new())[0];
        Assert.Null(PredictionScore.Of(set).Expectation);
        Assert.Equal(-0.15, PredictionScore.OfKnown(set).Expectation!.Value, 6);
        Assert.Equal(-0.20, PredictionScore.Remainder(set)!.Value, 6);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("false")]
    public void An_unknown_probability_makes_a_set_incomplete_before_it_is_decided_too(string outcome)
    {
        var set = Assert.Single(PredictionFile.Read(
            "eight.md", $"# Sieves\nReported score: 1.35\n1. (60%) a [true]\n2. (20%) b [true]\n3. (20%) c [false]\n4. (15%) d [true]\n5. (15%) e [false]\n6. (?) [{outcome}]\n7. (?) [{outcome}]\n8. (?) [{outcome}]\n",
            new("Ada", new DateOnly(2031, 1, 1))));
        Assert.True(PredictionScore.IsIncomplete(set));
        Assert.Equal((1.70, -0.35), (PredictionScore.OfKnown(set).Expectation, PredictionScore.Remainder(set)));
    }

    [Fact]
    public void Brackets_that_are_no_outcome_stay_in_the_statement()
    {
        var set = Assert.Single(PredictionFile.Read("a.md", "# Sieves\n1. (90%) they show one [12]\n2. they compare [p = 0.4]\n3. (10%) they sieve [sic] [false: no [yet]\n", new("Ada", new DateOnly(2031, 1, 1))));
        Assert.Equal(["they show one [12]", "they compare", "they sieve [sic]"], set.Items.Select(item => item.Statement));
        Assert.Equal("no [yet", set.Items[2].Rationale);
    }

    [Fact]
    public void Topic_deadline_criteria_and_who_says_so_are_read_from_every_form()
    {
        const string yaml = """
            {"forecaster": "Ada", "made": "2031-05-01", "about": "sieves", "release": "rel-1", "topic": "features", "deadline": "2031-12-31", "criteria": "as the paper says", "predictions": [
              {"statement": "they compare", "probability": 0.5, "outcome": "true", "topic": "probes", "deadline": "2031-06-30", "criteria": "a table", "resolver": "Ben", "known_at": "2031-05-21",
               "resolved_at": "2031-05-22", "claims": ["clm-1", "clm-2"], "rationale": "table 1", "beside": [{"kind": "dispute", "outcome": "partial", "fraction": 0.5, "resolver": "Cy", "rationale": "half"}]}]}
            """;
        var read = Assert.Single(PredictionFile.Read("a.json", yaml, new()));
        PredictionSet[] all =
        [
            read, .. PredictionFile.Read("a.csv", PredictionCsv.Write([read]), new()), .. PredictionFile.Read("a.md", PredictionMarkdown.Write(ExportedSets.Of([read])), new()),
        ];
        Assert.Equal(3, all.Length);
        foreach (var set in all)
        {
            Assert.Equal(read.Id, set.Id);
            Assert.Equal(("rel-1", "features", new DateOnly(2031, 12, 31), "as the paper says"), (set.ReleaseNamed, set.Topic, set.Deadline!.Value, set.Criteria));
            Assert.Equal(("probes", new DateOnly(2031, 6, 30), "a table", "table 1"), (set.Items[0].Topic, set.Items[0].Deadline!.Value, set.Items[0].Criteria, set.Items[0].Rationale));
            Assert.Equal([("Ben", Resolution.True, false), ("Cy", Resolution.Partial, true)], set.Stated.Select(stated => (stated.Resolver, stated.Resolution, stated.IsDispute)));
            Assert.Equal((new DateOnly(2031, 5, 21), 2, "half"), (set.Stated[0].KnownAt!.Value, set.Stated[0].Claims.Count, set.Stated[1].Rationale));
        }
    }

    [Fact]
    public void The_hash_holds_statements_and_probabilities_and_no_outcome()
    {
        var set = PredictionFile.Read("a.yaml", Yaml, new())[0];
        var hash = Commitment.Of(set);
        Assert.Equal(hash, Commitment.Of(set with { ReportedScore = 1, Items = [.. set.Items.Select(item => item with { Resolution = Resolution.Void })] }));
        Assert.NotEqual(hash, Commitment.Of(set with { Items = [.. set.Items.Select(item => item with { Probability = 0.4 })] }));
        Assert.NotEqual(hash, Commitment.Of(set with { MadeOn = set.MadeOn.AddDays(1) }));
    }

    [Fact]
    public void A_spreadsheet_runs_no_cell_of_an_export_and_the_import_reads_it_back()
    {
        var set = new PredictionSet(
            new("prd-1"), "=HYPERLINK(1)", new(2031, 5, 1), "a \"quoted\", split\nsubject", null, null, null, [new(1, "@SUM(A1)", 0.5, Resolution.Partial, 0.25), new(2, "+1", null)]);
        var csv = PredictionCsv.Write([set]);
        Assert.DoesNotContain("\n=", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",@", csv, StringComparison.Ordinal);
        var back = Assert.Single(PredictionFile.Read("a.csv", csv, new()));
        Assert.Equal((set.Forecaster, set.About), (back.Forecaster, back.About));
        Assert.Equal(set.Items, back.Items);
    }

    [Fact]
    public void The_calibration_table_counts_by_tenths_and_says_a_clean_cut()
    {
        var set = PredictionFile.Read("a.yaml", Yaml, new())[0];
        Assert.Equal([(0.2, 1, 0.0), (0.9, 1, 1.0)], Calibration.Of([set]).Select(row => (row.From, row.Count, row.Happened)));
        Assert.Equal("everything above 50 % happened, nothing below did", Calibration.Remark([set]));
        Assert.Null(Calibration.Remark([set with { Items = [new(1, "x", 0.7, Resolution.False), .. set.Items] }]));
    }

    [Fact]
    public void The_logarithmic_score_is_not_defined_for_a_certainty_that_was_wrong()
    {
        PredictionSet Set(double probability) => new(new("prd-1"), "Ada", new(2031, 5, 1), "x", null, null, null, [new(1, "y", probability, Resolution.False)]);
        Assert.Equal(Math.Log(0.75), PredictionScore.Of(Set(0.25)).Log!.Value, 6);
        Assert.Null(PredictionScore.Of(Set(1)).Log);
    }
}
