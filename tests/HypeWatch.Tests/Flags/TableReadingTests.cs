using HypeWatch.Flags.Numbers;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Flags;

/// <summary>Tables as texts print them, and what a sentence says about them. All tables are invented.</summary>
public class TableReadingTests
{
    private static IReadOnlyList<FigureTable> Tables(params string[] lines)
    {
        DocumentVersion? version = null;
        new DossierBuilder().Paper(paper =>
        {
            foreach (var line in lines) paper.Break().Say(Place.Results, line);
            version = paper.Version;
        });
        return FigureTable.In(version!);
    }

    private static int Raised(string claim, params string[] table) => new DossierBuilder().Paper(paper =>
    {
        paper.States(Place.Results, claim, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain);
        foreach (var line in table) paper.Break().Say(Place.Results, line);
    }).Raised("OC10").Count;

    [Theory]
    [InlineData("0.84", 0.84)]
    [InlineData("$0.84$", 0.84)]
    [InlineData("\\textbf{0.84}", 0.84)]
    [InlineData("$\\mathbf{0.84}_{\\pm 0.02}$", 0.84)]
    [InlineData("**71.3%**", 71.3)]
    [InlineData("71.3\\%", 71.3)]
    [InlineData("0.84 ± 0.02", 0.84)]
    [InlineData("0.84 $\\pm$ 0.02", 0.84)]
    [InlineData("0.84 (0.02)", 0.84)]
    [InlineData("0.84 [0.80, 0.88]", 0.84)]
    [InlineData("−6.4", -6.4)]
    [InlineData("+8.1", 8.1)]
    [InlineData("12k", 12000)]
    [InlineData("1,204", 1204)]
    [InlineData("27/50", 54)]
    [InlineData("1.5e-3", 0.0015)]
    public void A_number_is_read_however_its_cell_is_set(string cell, double value) => Assert.Equal(value, CellText.Number(cell)!.Value, 6);

    [Theory]
    [InlineData("n/a")]
    [InlineData("–")]
    [InlineData("<0.01")]
    [InlineData("60-72")]
    [InlineData("81.2 / 70.4")]
    [InlineData("layer 4")]
    [InlineData("")]
    public void A_cell_that_holds_no_single_number_holds_none(string cell) => Assert.Null(CellText.Number(cell));

    [Theory]
    [InlineData("| | Tides | Maps |", "|---|---|---|", "| Probe | 81 | 66 |", "| Lookup | 60 | 55 |")]
    [InlineData("| Tides | Maps", "Probe | 81 | 66", "Lookup | 60 | 55", "")]
    [InlineData("Set\tTides\tMaps", "Probe\t81\t66", "Lookup\t60\t55", "")]
    [InlineData("Set & Tides & Maps \\\\ \\midrule", "Probe & $81$ & \\textbf{66} \\\\", "Lookup & 60 & 55 \\\\ \\bottomrule", "")]
    public void Heads_stand_over_their_columns(string a, string b, string c, string d)
    {
        var table = Assert.Single(Tables(a, b, c, d));
        Assert.Equal(["Tides", "Maps"], table.Columns);
        Assert.Equal(["Probe", "Lookup"], table.Rows.Select(row => row.Label));
        Assert.Equal([81, 66], table.Rows[0].Values);
    }

    [Fact]
    public void A_row_names_model_and_method_and_a_name_reaches_down() => Assert.Equal(
        ["Alder|Probe", "Alder|Lookup", "Birch|Probe"],
        Assert.Single(Tables("| Model | Method | Accuracy |", "|---|---|---|", "| Alder | Probe | 71% |", "| | Lookup | 69% |", "| Birch | Probe | 80% |")).Rows.Select(row => string.Join('|', row.Parts)));

    [Fact]
    public void A_row_of_words_heads_the_rows_below_it() => Assert.Equal(
        ["Alder|Probe", "Birch|Probe"],
        Assert.Single(Tables("| Method | Accuracy |", "|---|---|", "| Alder | |", "| Probe | 71 |", "| Birch | |", "| Probe | 80 |")).Rows.Select(row => string.Join('|', row.Parts)));

    [Fact]
    public void Captions_below_their_tables_stay_with_them() => Assert.Equal(
        [("table 3", 91.0), ("table 4", 88.0)],
        Tables("| Set | Kept |", "| A | 91 |", "| B | 93 |", "Table 3. At layer 9.", "| Set | Kept |", "| A | 88 |", "| B | 89 |", "Table 4. At layer 20.").Select(table => (table.Name, table.Rows[0].Values[0]!.Value)));

    [Fact]
    public void Captions_above_their_tables_stay_with_them() => Assert.Equal(
        [("table 3", 91.0), ("table 4", 88.0)],
        Tables("Table 3. At layer 9.", "| Set | Kept |", "| A | 91 |", "| B | 93 |", "Table 4. At layer 20.", "| Set | Kept |", "| A | 88 |", "| B | 89 |").Select(table => (table.Name, table.Rows[0].Values[0]!.Value)));

    [Fact]
    public void A_table_that_a_reader_found_cell_by_cell_is_read_with_its_empty_cells()
    {
        var document = new Document(new("doc"), DocumentKind.Paper, "https://example.org/t", "https://example.org/t", "t", "Lab A", [], PublicationDate.Unknown, "en");
        const string Words = "Tides | Maps\n\nProbe | 81 | 66\n\nLookup | 55";
        Span At(string word) => new(Words.IndexOf(word, StringComparison.Ordinal), Words.IndexOf(word, StringComparison.Ordinal) + word.Length);
        TableCell Cell(int row, int column, string word, bool isHeader) => new(row, column, At(word), isHeader, false, row > 0 && column > 0 ? ["x"] : [], [], null);
        var table = new Table(
            0, new(0, Words.Length), null, "Table 2",
            [Cell(0, 1, "Tides", true), Cell(0, 2, "Maps", true), Cell(1, 0, "Probe", true), Cell(1, 1, "81", false), Cell(1, 2, "66", false), Cell(2, 0, "Lookup", true), Cell(2, 2, "55", false)]);
        var version = new DocumentVersion(new("ver"), document, new("snp"), Words, "", "test/1", [], [], [], []) { Tables = [table] };
        var read = Assert.Single(FigureTable.In(version));
        Assert.Equal(["Tides", "Maps"], read.Columns);
        Assert.Equal([null, 55], read.Rows[1].Values);
    }

    [Theory]
    [InlineData("Steering outperforms prompting on both models (Table 1).", "80", 1)]
    [InlineData("Steering outperforms prompting on both models (Table 1).", "73", 0)]
    [InlineData("Steering outperforms lookup on both models (Table 1).", "80", 0)]
    public void Rows_are_compared_that_differ_in_the_method_alone(string claim, string prompting, int flags) => Assert.Equal(flags, Raised(
        claim, "Table 1. Accuracy.", "| Model | Method | Accuracy |", "|---|---|---|", "| Alder | Steering | 71 |", "| Alder | Prompting | 69 |", "| Birch | Steering | 74 |", $"| Birch | Prompting | {prompting} |"));

    [Theory]
    [InlineData("Pythia-2.8B has the highest accuracy (Table 1).", 1)]
    [InlineData("Pythia-410M has the highest accuracy (Table 1).", 0)]
    public void Models_of_several_sizes_are_rows_like_others(string claim, int flags) =>
        Assert.Equal(flags, Raised(claim, "Table 1. Accuracy by model.", "Model | Accuracy", "Pythia-70M | 0.71", "Pythia-410M | 0.83", "Pythia-2.8B | 0.77"));

    [Theory]
    [InlineData("Braid gives the best loss of the three (Table 1).", "2.38", 1)]
    [InlineData("Braid gives the best loss of the three (Table 1).", "2.30", 0)]
    public void Where_lower_is_better_the_lower_row_is_ahead(string claim, string own, int flags) =>
        Assert.Equal(flags, Raised(claim, "Table 1. Dictionaries.", "Dictionary | Loss", "Plain | 2.41", "Tied | 2.36", $"Braid | {own}"));

    [Theory]
    [InlineData("Keyhole has the best recall of the three (Table 1).", 0)]
    [InlineData("Keyhole has the best latency of the three (Table 1).", 1)]
    [InlineData("Keyhole has the best calibration error of the three (Table 1).", 0)]
    public void Only_the_column_that_the_sentence_speaks_of_is_compared(string claim, int flags) =>
        Assert.Equal(flags, Raised(claim, "Table 1. Held-out stories.", "| Set-up | Recall | Latency (ms) |", "|---|---|---|", "| Keyhole | 0.77 | 140 |", "| Probe | 0.71 | 12 |", "| Judge | 0.74 | 900 |"));

    [Theory]
    [InlineData("Weir outperforms all baselines on three of four sets (Table 1).", 0)]
    [InlineData("Weir outperforms all baselines on all four sets (Table 1).", 1)]
    public void A_count_of_columns_is_held_against_the_columns(string claim, int flags) =>
        Assert.Equal(flags, Raised(claim, "Table 1. AUROC.", "| Method | Notes | Letters | Speeches | Toasts |", "|---|---|---|---|---|", "| Weir | 0.90 | 0.88 | 0.81 | 0.79 |", "| Words | 0.82 | 0.80 | 0.84 | 0.66 |"));

    [Theory]
    [InlineData("The edit leaves perplexity unchanged (Table 2).", "19.8", 1)]
    [InlineData("The edit leaves perplexity unchanged (Table 2).", "12.6", 0)]
    [InlineData("The edit does not raise perplexity (Table 2).", "12.6", 0)]
    public void A_rise_of_a_cost_is_no_lack_of_change(string claim, string after, int flags) =>
        Assert.Equal(flags, Raised(claim, "Table 2. Perplexity before and after.", "| Layer | Before | After |", "|---|---|---|", "| six | 12.1 | 12.3 |", $"| ten | 12.1 | {after} |"));

    [Theory]
    [InlineData("| Original | 38.0 | 66.1 |", 1)]
    [InlineData("| Original | 14.9 | 66.1 |", 0)]
    [InlineData("| Prompted | 38.0 | 66.1 |", 0)]
    public void Before_and_after_may_stand_below_one_another(string before, int flags) =>
        Assert.Equal(flags, Raised("The edit causes minimal changes (Table 3).", "Table 3. Answers kept.", "| | Maps | Dates |", "|---|---|---|", before, "| Edited | 14.2 | 65.0 |"));

    [Theory]
    [InlineData("Agreement lies between 60 and 72 % (Table 6).", "Ledgers | 0.47", 1)]
    [InlineData("Agreement lies between 60 and 72 % (Table 6).", "Chance | 0.47", 0)]
    [InlineData("Agreement lies between 60 and 72 %, apart from ledgers (Table 6).", "Ledgers | 0.47", 0)]
    public void A_range_leaves_no_row_out_but_references(string claim, string last, int flags) =>
        Assert.Equal(flags, Raised(claim, "Table 6. Agreement.", "Set | Agreement", "Letters | 0.72", "Sermons | 0.60", "Recipes | 0.66", last));

    [Theory]
    [InlineData("The scan works on four model families.", "The model families are Larch, Tamarack and Spruce.", 1)]
    [InlineData("The scan works on three model families.", "The model families are Larch, Tamarack and Spruce.", 0)]
    [InlineData("The scan works on four model families.", "The remaining families are Larch, Tamarack and Spruce.", 0)]
    [InlineData("The scan works on four model families (Larch, Tamarack, Spruce).", "", 1)]
    [InlineData("Table 4 lists the models (Larch, Tamarack, Spruce).", "", 0)]
    public void A_number_is_held_against_the_names_wherever_they_are_listed(string claim, string other, int flags) => Assert.Equal(flags, Raised(claim, other));
}
