using System.CommandLine;
using System.Text;
using HypeWatch.Model;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch check</c>: looks at a text before it is published.</summary>
internal static class CheckCommand
{
    private const int WorksShown = 10;
    private const long LargestFile = 50_000_000;

    private sealed record Answer(bool Ok, CheckedText Checked);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var text = new Argument<string>("text") { Description = "A file, - for standard input, or the words themselves" };
        var isPrivate = new Option<bool>("--private") { Description = "Say so: nothing is stored, and no language model is asked, with or without it" };
        return new Command("check", "Look at a text: what it claims, what limits it, earlier claims worded alike, prior work; nothing is stored and nothing leaves this machine") { text, isPrivate }.Does(async (context, ct) =>
        {
            var (name, bytes) = await ReadAsync(context.Value(text)!, ct);
            await using var app = await context.OpenForReadingAsync(ct, isQuiet: true);
            await using var bare = app is null ? context.Build() : null;
            var found = await (app ?? bare)!.Services.GetRequiredService<CheckText>().RunAsync(name, bytes, app is not null, ct);
            if (context.Json) context.Out.Json(new Answer(true, found));
            else Print(context.Out, found, app is not null);
            if (found.Note is { } note)
            {
                context.Complain(note);
                return ExitCode.Failed;
            }

            return found.Claims.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
        });
    }

    private static async Task<(string? Name, byte[] Bytes)> ReadAsync(string argument, CancellationToken ct)
    {
        if (argument == "-") return (null, Encoding.UTF8.GetBytes(await Console.In.ReadToEndAsync(ct)));
        if (File.Exists(argument))
        {
            if (new FileInfo(argument).Length > LargestFile) throw new UsageException($"{argument} is larger than 50 MB: give the part that is to be checked");
            return (Path.GetFileName(argument), await File.ReadAllBytesAsync(argument, ct));
        }

        // A path that is not there is no text to be checked.
        if (!argument.Any(char.IsWhiteSpace)) throw new UsageException($"there is no file '{argument}': name one, write the words in quotation marks, or use - for standard input");
        return (null, Encoding.UTF8.GetBytes(argument));
    }

    private static void Print(Terminal terminal, CheckedText found, bool hasArchive)
    {
        foreach (var look in found.Claims)
        {
            var claim = look.Claim;
            terminal.Quote(claim.Quote);
            terminal.Aligned($"claimed  {ScalePair.Claimed(claim.Strength)} {claim.Strength.ToCode()}  {claim.Certainty.ToCode()}  {string.Join('+', claim.Types.Select(type => type.ToCode()))}  {claim.Scope}");
            terminal.Note(look.Evidence.Count == 0 ? "points to: nothing in or near it" : $"points to: {string.Join("; ", look.Evidence.Select(link => $"{ClaimText.Words(link.Kind)}{(link.Pointer.Length > 0 ? $" “{link.Pointer}”" : "")}"))}");
            foreach (var caveat in look.Caveats) terminal.Note($"limited ({ClaimText.Words(caveat.Proximity)}): {caveat.Caveat.Quote}");
            foreach (var earlier in look.Earlier ?? []) terminal.Note($"worded alike: “{earlier.Claim.Quote}” {earlier.Claim.Asserter}, {earlier.Document.Published}, {earlier.Claim.Id}");
            terminal.Line();
        }

        if (!hasArchive) terminal.Note("Earlier claims were not checked: there is no database here.");
        foreach (var match in found.PriorWork.Take(WorksShown))
            terminal.Note($"{(match.IsCited ? "named" : "not found named")}: {string.Join(", ", match.Work.Authors)} {match.Work.Year}, {match.Work.Title} ({string.Join(", ", match.SharedTags)})");
        terminal.Line($"{Count.Of(found.Claims.Count, "claim")}; {Count.Of(found.PriorWork.Count, "work")} of the prior literature on these topics. Nothing was stored.");
    }
}
