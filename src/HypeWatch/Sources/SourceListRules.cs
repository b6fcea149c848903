using HypeWatch.Model;
using Microsoft.Extensions.Options;

namespace HypeWatch.Sources;

/// <summary>Checks the list <c>Sources</c> at start; each message names the key.</summary>
internal sealed class SourceListRules(IEnumerable<ISource> kinds) : IValidateOptions<SourceList>
{
    private const int ShortestMinutes = 5;
    private const int LongestMinutes = 43_200;

    public ValidateOptionsResult Validate(string? name, SourceList options)
    {
        var failures = options.Sources.SelectMany(Failures).ToList();
        failures.AddRange(
            from source in options.Sources
            group source by source.Name.ToUpperInvariant() into same
            where same.Count() > 1
            select $"Sources: the name '{same.First().Name}' is given {same.Count()} times.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(SourceSettings source, int index)
    {
        var key = FormattableString.Invariant($"Sources:{index}");
        var known = kinds.Select(kind => kind.Kind).Order(StringComparer.Ordinal).ToList();
        if (string.IsNullOrWhiteSpace(source.Name) || source.Name == LocalInput.SourceName) yield return $"{key}:Name '{source.Name}' is empty or reserved.";
        if (!known.Contains(source.Kind)) yield return $"{key}:Kind '{source.Kind}' is unknown; known: {string.Join(", ", known)}.";
        var needs = kinds.FirstOrDefault(kind => kind.Kind == source.Kind)?.Needs ?? SourceNeeds.None;
        if (needs.IsFolder)
        {
            if (string.IsNullOrWhiteSpace(source.Url) || source.Url.Contains("://", StringComparison.Ordinal)) yield return $"{key}:Url '{source.Url}' is no path of a folder.";
        }
        else if ((needs.Address is null || source.Url.Length > 0) && (!Uri.TryCreate(source.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")))
            yield return $"{key}:Url '{source.Url}' is no http(s) address.";
        if (source.DocumentKind is not null && source.AnnouncedKind is null)
            yield return $"{key}:DocumentKind '{source.DocumentKind}' is unknown; known: {string.Join(", ", Code<DocumentKind>.All)}.";
        if (source.EveryMinutes is < ShortestMinutes or > LongestMinutes)
            yield return FormattableString.Invariant($"{key}:EveryMinutes is {source.EveryMinutes}; it must lie between {ShortestMinutes} and {LongestMinutes}.");
        if (source.AtMostMinutes != 0 && (source.AtMostMinutes < source.EveryMinutes || source.AtMostMinutes > LongestMinutes))
            yield return FormattableString.Invariant($"{key}:AtMostMinutes is {source.AtMostMinutes}; it must be 0 or lie between EveryMinutes and {LongestMinutes}.");
        if (source.ExpectAtLeast is < 0 || source.ExpectAtMost is < 0 || source.ExpectAtLeast > source.ExpectAtMost)
            yield return FormattableString.Invariant($"{key}:ExpectAtLeast and ExpectAtMost are {source.ExpectAtLeast} and {source.ExpectAtMost}; they must not be negative, nor the first above the second.");
        if (needs.RequiresQueries && source.Queries.Count == 0 && !source.Url.Contains('?', StringComparison.Ordinal)) yield return $"{key}:Queries is required for {source.Kind}: {needs.Queries}.";
        if (source.FirstDays is < 1 or > 3650) yield return FormattableString.Invariant($"{key}:FirstDays is {source.FirstDays}; it must lie between 1 and 3650.");
        if (source.MaxPages is < 1 or > 1000) yield return FormattableString.Invariant($"{key}:MaxPages is {source.MaxPages}; it must lie between 1 and 1000.");
        if (source.MonthlyBudget is < 0 or > 100_000) yield return FormattableString.Invariant($"{key}:MonthlyBudget is {source.MonthlyBudget}; it must lie between 0 and 100000.");
        if (source.Kind == HtmlIndexSource.KindName && string.IsNullOrWhiteSpace(source.Select.Item))
            yield return $"{key}:Select:Item is required for an {HtmlIndexSource.KindName}.";
    }
}
