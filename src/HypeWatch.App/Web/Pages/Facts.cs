using System.Globalization;
using HypeWatch.App.Cli;
using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;

namespace HypeWatch.App.Web.Pages;

/// <summary>Words for codes and numbers, so that none stands alone.</summary>
internal static class Facts
{
    private static readonly Taxonomy Names = Taxonomy.Load();

    /// <summary>An enum value in words: <c>ControlledEffect</c> is "controlled effect".</summary>
    public static string Words<T>(T value) where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>A flag's code with its name.</summary>
    public static string Code(Flag flag) => $"{flag.Code} {Names[flag.Code].Name}{(flag.Subtype is { } subtype ? $" ({subtype})" : "")}";

    /// <summary>A code with its name; the code alone when it is of another version of the program.</summary>
    public static string Name(string code) => Names.Types.FirstOrDefault(type => type.Code == code) is { } type ? $"{code} {type.Name}" : code;

    /// <summary>A value of a column in words; codes are followed by what they mean.</summary>
    public static string Label(QueryColumn column, object? value) => (column, value) switch
    {
        (_, null) => "none",
        ({ Type: ColumnType.Truth }, _) => value is 1L ? "yes" : "no",
        ({ Name: "code" }, string code) => $"{code} {Names[code].Name}",
        ({ Name: "strength" }, string code) => $"{code} {Words(Model.Code<Strength>.Parse(code))}",
        ({ Name: "certainty" }, string code) => $"{code} {Words(Model.Code<Certainty>.Parse(code))}",
        ({ Name: "type" }, string code) => $"{code} {Words(Model.Code<ClaimType>.Parse(code))}",
        ({ Name: "warrant" }, string code) => $"{code} {Words(Model.Code<Warrant>.Parse(code))}",
        ({ Codes: not null }, string code) => code.Replace('_', ' '),
        ({ Type: ColumnType.Real }, double number) => number.ToString("0.00", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Severity, confidence, family and state of a flag in words.</summary>
    public static string Judgement(Flag flag) => string.Create(
        CultureInfo.InvariantCulture,
        $"severity {flag.Severity} of 5, {(flag.Severity == 0 ? "outweighed by the authors' own caveats" : Names.SeverityWords[flag.Severity - 1])}; confidence {flag.Confidence:0.00}; {ClaimText.Words(flag.Kind)}; {State(flag)}{(flag.RaisedBy == RaisedBy.Critic ? $"; {ClaimText.ByCritic}" : "")}");

    /// <summary>Who said something, in which text and when.</summary>
    public static string Said(string asserter, string? attributed, Place? place, DocumentView document) =>
        $"{asserter}{(attributed is { } other && other != asserter ? $", who reports it of {other}" : "")}{(place is { } where ? $", {ClaimText.Words(where)}" : "")}, in “{document.Title}” ({ClaimText.Words(document.Kind)}), {(document.Published.Precision is DatePrecision.Unknown ? "date not known" : document.Published.ToString())}";

    /// <summary>An address that may be linked: http or https alone; null for anything else.</summary>
    public static string? Link(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? uri.AbsoluteUri : null;

    /// <summary>The host of an address that may be linked.</summary>
    public static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.IdnHost : "";

    private static string State(Flag flag) => flag.Status is FlagStatus.Open or FlagStatus.Candidate ? $"{ClaimText.Words(flag.Status)}, not reviewed" : ClaimText.Words(flag.Status);
}
