using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

public sealed class LatexTextTests
{
    private const string Source = """
        \documentclass{article}
        \title{Otters \& Gears}
        \author{Ada Ruiz \and Bo Chen}
        \begin{document}
        \maketitle
        \begin{abstract}
        We show that otters turn gears. % a remark for ourselves
        \end{abstract}
        \section{Introduction}\label{sec:intro}
        Ren\'e and others~\citep{marsh2019,okafor2020} ask ``why''. See Table~\ref{tab:scores} and \autoref{sec:limits}.\footnote{It rains.}

        A second paragraph costs 5\% --- see \url{https://otter.example/x}.
        \begin{table}
        \caption{Scores of gears.}\label{tab:scores}
        \begin{tabular}{lcc}
        \toprule
        Gear & Speed (\%) & Loss \\
        \midrule
        Pond & 12.5 & \textbf{0.3} \\
        Brook & 9.1 & 0.4 \\
        \bottomrule
        \end{tabular}
        \end{table}
        \section{Limitations}\label{sec:limits}
        Only two ponds were seen.
        \begin{itemize}
        \item First pond.
        \item Second pond.
        \end{itemize}
        \begin{thebibliography}{9}
        \bibitem{marsh2019} K. Marsh. Loops that stay. Toy Models Workshop, 2019.
        \bibitem{okafor2020} C. Okafor. Ponds of paper. arXiv preprint arXiv:2001.01234, 2020.
        \end{thebibliography}
        \appendix
        \section{More gears}
        They are round.
        \end{document}
        """;

    [Fact]
    public async Task Sections_notes_and_captions_of_a_source_stand_at_their_places()
    {
        var version = await ReadText.VersionAsync("otters.tex", Source, DocumentKind.Paper);
        Place PlaceOf(string words) => version.Passages.First(passage => version.TextOf(passage).Contains(words, StringComparison.Ordinal)).Place;
        Assert.Equal("Otters & Gears", version.Document.Title);
        Assert.Equal(["Ada Ruiz", "Bo Chen"], version.Document.Authors);
        Assert.Equal(
            (Place.Abstract, Place.Introduction, Place.Limitations, Place.Footnote, Place.Appendix, Place.Table),
            (PlaceOf("otters turn gears"), PlaceOf("ask"), PlaceOf("two ponds"), PlaceOf("It rains"), PlaceOf("They are round"), PlaceOf("Scores of gears")));
        Assert.DoesNotContain("remark for ourselves", version.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Citations_and_pointers_of_a_source_are_printed_as_the_reader_would_see_them()
    {
        var version = await ReadText.VersionAsync("otters.tex", Source, DocumentKind.Paper);
        Assert.Contains("Ren\u00e9 and others [1, 2] ask \u201cwhy\u201d. See Table 1 and Section 2.", version.Text, StringComparison.Ordinal);
        Assert.Contains("costs 5% \u2014 see https://otter.example/x.", version.Text, StringComparison.Ordinal);
        Assert.Equal(["Loops that stay", "Ponds of paper"], version.References.Select(entry => entry.Title));
        Assert.Equal(["1", "2"], version.References.Select(entry => entry.Label));
    }

    [Fact]
    public async Task A_table_of_a_source_has_cells_with_headers_units_and_offsets()
    {
        var version = await ReadText.VersionAsync("otters.tex", Source, DocumentKind.Paper);
        var table = Assert.Single(version.Tables);
        Assert.Equal("Table 1", table.Label);
        var cell = table.Cells.Single(cell => cell.Span.Of(version.Text) == "0.3");
        Assert.Equal(["Pond"], cell.RowHeaders);
        Assert.Equal(["Loss"], cell.ColumnHeaders);
        Assert.True(cell.IsBold);
        Assert.Equal("%", table.Cells.Single(other => other.Span.Of(version.Text) == "12.5").Unit);
    }

    [Theory]
    [InlineData("\\emph{", 60_000)]
    [InlineData("\\begin{itemize}\\item ", 20_000)]
    [InlineData("$a", 100_000)]
    [InlineData("\\cite{", 40_000)]
    [InlineData("{", 200_000)]
    public async Task A_source_of_awkward_shape_is_read_or_refused_in_seconds(string piece, int times)
    {
        var started = Environment.TickCount64;
        await ReadText.OutcomeAsync("x.tex", "\\begin{document}Some words. " + string.Concat(Enumerable.Repeat(piece, times)));
        Assert.InRange(Environment.TickCount64 - started, 0, 60_000);
    }
}
