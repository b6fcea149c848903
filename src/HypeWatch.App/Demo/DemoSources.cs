using System.Globalization;

namespace HypeWatch.App.Demo;

/// <summary>The settings that point the service at the demo's web server, in the shape that a user would write into <c>hypewatch.json</c>.</summary>
internal static class DemoSources
{
    private sealed record Entry(string Name, string Kind, string Path, string? Publisher, string DocumentKind, string? Item = null, string? Keyword = null);

    private static readonly Entry[] Entries =
    [
        new("Larkfield papers", "html-index", "/larkfield/research/", "Larkfield Research", "paper", "li.paper"),
        new("Larkfield appendices", "html-index", "/larkfield/research/", "Larkfield Research", "appendix", "li.appendix"),
        new("Larkfield news", "feed", "/larkfield/feed.xml", "Larkfield Research", "blog"),
        new("Murmur: Larkfield's people", "feed", "/murmur/feed.xml", null, "promo_social"),
        new("The Meridian Courier", "feed", "/courier/rss.xml", "The Meridian Courier", "news"),
        new("Brackwater Institute", "feed", "/brackwater/feed.xml", "Brackwater Institute", "policy"),
        new("Plain Readings", "feed", "/plainreadings/atom.xml", "Plain Readings", "critique"),
        new("Tarn Institute", "html-index", "/tarn/", "Tarn Institute", "paper", "li.paper"),
        new("Glasshouse AI", "feed", "/glasshouse/feed.xml", "Glasshouse AI", "blog", null, "Introducing"),
        new("Glasshouse AI appendices", "feed", "/glasshouse/feed.xml", "Glasshouse AI", "appendix", null, "Technical appendix"),
    ];

    /// <summary>Number of sources.</summary>
    public static int Count => Entries.Length;

    /// <summary>The settings for a server at an address.</summary>
    public static Dictionary<string, string?> Settings(DemoSite site)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            // The demo's own server lies on loopback, which the service reads only when it is told so.
            ["Http:AllowedPrivateHosts:0"] = FormattableString.Invariant($"127.0.0.1:{site.Port}"),
            // Always by rules: the same pages then give the same rows on every machine, and nothing is spent.
            ["Llm:Model"] = "", ["Llm:Endpoint"] = "", ["Llm:ApiKey"] = "",
        };
        foreach (var (index, entry) in Entries.Index())
        {
            var key = "Sources:" + index.ToString(CultureInfo.InvariantCulture) + ":";
            settings[key + "Name"] = entry.Name;
            settings[key + "Kind"] = entry.Kind;
            settings[key + "Url"] = site.Address + entry.Path;
            settings[key + "Publisher"] = entry.Publisher;
            settings[key + "DocumentKind"] = entry.DocumentKind;
            if (entry.Item is not null) settings[key + "Select:Item"] = entry.Item;
            if (entry.Keyword is not null) settings[key + "Keywords:0"] = entry.Keyword;
        }

        return settings;
    }
}
