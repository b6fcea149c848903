using System.CommandLine;
using System.CommandLine.Parsing;

namespace HypeWatch.App.Cli;

/// <summary>Words that begin like an option and are none: the parser takes them as words to look for, where a verb takes such.</summary>
internal static class UnknownOption
{
    private const string Mark = "--";

    /// <summary>What is wrong, with the nearest option; null when there is no such word. What stands behind a bare <c>--</c> is never an option.</summary>
    public static string? In(ParseResult parse)
    {
        var free = parse.Tokens.SkipWhile(token => token.Type is not TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        var taken = Levels(parse.CommandResult).SelectMany(level => level.Children.OfType<ArgumentResult>()).SelectMany(argument => argument.Tokens).Where(token => !free.Contains(token)).Select(token => token.Value);
        var unmatched = parse.UnmatchedTokens.Where(word => !free.OfType<Token>().Any(token => token.Value == word));
        if (taken.Concat(unmatched).FirstOrDefault(word => word.StartsWith(Mark, StringComparison.Ordinal) && word.Length > Mark.Length) is not { } found) return null;
        var name = found.Split('=', 2)[0];
        var nearest = Levels(parse.CommandResult).SelectMany((level, up) => level.Command.Options.Where(option => up == 0 || option.Recursive)).Select(option => option.Name)
            .Where(option => option.StartsWith(Mark, StringComparison.Ordinal)).MinBy(option => Distance(name, option));
        return $"there is no option '{name}'{(nearest is null ? "" : $"; the nearest is {nearest}")} (words that begin with -- stand behind a bare --)";
    }

    private static IEnumerable<CommandResult> Levels(CommandResult innermost)
    {
        for (var at = innermost; at is not null; at = at.Parent as CommandResult) yield return at;
    }

    // Levenshtein's.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
