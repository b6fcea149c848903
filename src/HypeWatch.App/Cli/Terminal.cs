using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Model;
using Spectre.Console;

namespace HypeWatch.App.Cli;

/// <summary>Where a command prints: tables and colour on a terminal, plain lines in a pipe. Colour is off with NO_COLOR.</summary>
internal sealed partial class Terminal
{
    private const int NarrowestWidth = 80;
    private const int WidestText = 100;
    private const int StageWidth = 44;
    private readonly TextWriter output;
    private readonly IAnsiConsole? ansi;

    /// <summary>Prints to a writer.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="isTerminal">Whether a person looks at it.</param>
    public Terminal(TextWriter output, bool isTerminal)
    {
        this.output = output;
        if (isTerminal) ansi = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
    }

    /// <summary>Takes the characters of a file as they are.</summary>
    public TextWriter Writer => output;

    /// <summary>Whether a person looks at it.</summary>
    public bool IsTerminal => ansi is not null;

    private int Width => ansi is null ? int.MaxValue : Math.Clamp(ansi.Profile.Width, NarrowestWidth, WidestText);

    /// <summary>One line.</summary>
    public void Line(string text = "") => output.WriteLine(Clean(text));

    /// <summary>A heading above a block.</summary>
    public void Heading(string text)
    {
        if (ansi is null) Line(text);
        else ansi.MarkupLine($"[bold]{Markup.Escape(Clean(text))}[/]");
    }

    /// <summary>Somebody's words, with a hanging mark; wrapped on a terminal.</summary>
    public void Quote(string words)
    {
        var flat = Flat(words);
        if (ansi is null) output.WriteLine("  > " + flat);
        else foreach (var line in Wrap(flat, Width - 4)) ansi.MarkupLine($"  [grey]│[/] [italic]{Markup.Escape(line)}[/]");
    }

    /// <summary>A paragraph of ours, indented; wrapped on a terminal.</summary>
    public void Note(string words)
    {
        var flat = Flat(words);
        if (ansi is null) output.WriteLine("    " + flat);
        else foreach (var line in Wrap(flat, Width - 4)) output.WriteLine("    " + line);
    }

    /// <summary>A line of ours, indented, whose columns stand below those of its neighbours.</summary>
    public void Aligned(string line) => output.WriteLine("    " + Clean(line));

    /// <summary>A table on a terminal; in a pipe one line a row, cells parted by tabs.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (ansi is null)
        {
            foreach (var row in rows) output.WriteLine(string.Join('\t', row.Select(Flat)));
            return;
        }

        var table = new Spectre.Console.Table { Border = TableBorder.Simple };
        foreach (var column in columns) table.AddColumn(Markup.Escape(column));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => Markup.Escape(Flat(cell)))]);
        ansi.Write(table);
    }

    /// <summary>A value as JSON, in the form that every door uses.</summary>
    public void Json<T>(T value) => output.WriteLine(System.Text.Json.JsonSerializer.Serialize(value, ModelJson.Indented));

    /// <summary>Runs a long work with one progress bar a stage on a terminal, or with plain lines in a pipe.</summary>
    /// <param name="work">The work; it reports the stage, done, total, and the name of the current thing.</param>
    public async Task<T> ProgressAsync<T>(Func<Action<string, int, int, string>, Task<T>> work)
    {
        if (ansi is null)
        {
            return await work((stage, done, total, name) =>
            {
                lock (output) output.WriteLine(FormattableString.Invariant($"{stage} {done}/{total} {Flat(name)}"));
            });
        }

        return await ansi.Progress().AutoClear(false).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                return await work((stage, done, total, name) =>
                {
                    if (!bars.TryGetValue(stage, out var bar)) bars[stage] = bar = context.AddTask(Markup.Escape(stage));
                    bar.MaxValue = Math.Max(1, total);
                    bar.Value = done;
                    bar.Description = Markup.Escape(Shorten($"{stage}: {Flat(name)}", StageWidth)).PadRight(StageWidth);
                });
            });
    }

    /// <summary>Cuts a text to a length, with an ellipsis.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";

    /// <summary>
    /// A text without characters that would steer the terminal or reorder what is shown (whole escape sequences, bidirectional marks): pages are hostile.
    /// </summary>
    internal static string Clean(string text)
    {
        if (!text.Any(IsSteering)) return text;
        text = SequencePattern().Replace(text, "\uFFFD");
        var clean = new StringBuilder(text.Length);
        foreach (var character in text) clean.Append(IsSteering(character) ? '\uFFFD' : character);
        return clean.ToString();
    }

    private static bool IsSteering(char character) =>
        char.IsControl(character) && character is not ('\n' or '\t') || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C' or '\u200E' or '\u200F';

    // Control sequences and strings of ECMA-48, in seven and eight bits; a string that does not end runs to the end of its line.
    [GeneratedRegex(@"(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]?|(?:\u001B[\]PX^_]|[\u0090\u0098\u009D-\u009F])[^\u0007\u001B\u009C\n]*(?:\u0007|\u001B\\|\u009C)?|\u001B[\u0020-\u002F]*[\u0030-\u007E]?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SequencePattern();

    private static string Flat(string text) => Clean(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        if (line.Length > 0) yield return line.ToString();
    }
}
