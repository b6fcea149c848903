using System.Text.RegularExpressions;

namespace HypeWatch.Sources.Feeds;

/// <summary>Reads names: <c>ann@example.org (Ann Example)</c>, <c>Ann Example (ann@example.org)</c>, <c>Ann Example &lt;ann@example.org&gt;</c>, or either alone.</summary>
internal static partial class FeedPeople
{
    /// <summary>The person that a string names; null when it is empty.</summary>
    public static FeedPerson? Of(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) return null;
        if (Address().Match(trimmed) is not { Success: true } address) return new(trimmed, null, null);
        var rest = trimmed.Remove(address.Index, address.Length);
        var name = rest.Replace("()", "", StringComparison.Ordinal).Replace("<>", "", StringComparison.Ordinal).Trim().Trim('(', ')', '<', '>', ',', ';').Trim();
        if (name.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) name = name["mailto:".Length..].Trim();
        return new(name.Length == 0 ? null : name, address.Value, null);
    }

    /// <summary>The person that an element of Atom describes; null when it says nothing.</summary>
    public static FeedPerson? OfElement(MarkupNode node, TextConstructs texts)
    {
        string? name = null, email = null, url = null;
        foreach (var child in node.Children)
        {
            if (child.Text.Length == 0) continue;
            switch (child.Key)
            {
                case "name":
                    name ??= child.HasChildren ? child.InnerMarkup(withoutWrapper: false) : child.Text;
                    break;
                case "email":
                    email ??= child.Text;
                    break;
                case "uri" or "url" or "homepage":
                    url ??= texts.Address(child, child.Text);
                    break;
            }
        }

        return name is null && email is null && url is null ? node.HasChildren ? null : Of(node.Text) : new(name, email, url);
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+=~&'*-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
