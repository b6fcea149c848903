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
        if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"{key}:Url '{source.Url}' is no http(s) address.";
        if (source.DocumentKind is not null && source.AnnouncedKind is null)
            yield return $"{key}:DocumentKind '{source.DocumentKind}' is unknown; known: {string.Join(", ", Code<DocumentKind>.All)}.";
        if (source.EveryMinutes is < ShortestMinutes or > LongestMinutes)
            yield return FormattableString.Invariant($"{key}:EveryMinutes is {source.EveryMinutes}; it must lie between {ShortestMinutes} and {LongestMinutes}.");
        if (source.AtMostMinutes != 0 && (source.AtMostMinutes < source.EveryMinutes || source.AtMostMinutes > LongestMinutes))
            yield return FormattableString.Invariant($"{key}:AtMostMinutes is {source.AtMostMinutes}; it must be 0 or lie between EveryMinutes and {LongestMinutes}.");
        if (source.ExpectAtLeast is < 0 || source.ExpectAtMost is < 0 || source.ExpectAtLeast > source.ExpectAtMost)
            yield return FormattableString.Invariant($"{key}:ExpectAtLeast and ExpectAtMost are {source.ExpectAtLeast} and {source.ExpectAtMost}; they must not be negative, nor the first above the second.");
        if (source.Kind == HtmlIndexSource.KindName && string.IsNullOrWhiteSpace(source.Select.Item))
            yield return $"{key}:Select:Item is required for an {HtmlIndexSource.KindName}.";
    }
}
