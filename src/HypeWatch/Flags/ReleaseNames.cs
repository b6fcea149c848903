using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>By which names a release's own side goes.</summary>
internal static class ReleaseNames
{
    /// <summary>Its listed organisations first, then who speaks in the documents that report its work; without doubles. Who posts for it may be a private person.</summary>
    public static IReadOnlyList<string> NamesOf(this ActorList actors, Dossier dossier)
    {
        var own = dossier.Works().Select(document => document.Document).Where(document => document.Kind != DocumentKind.PromoSocial).ToList();
        return
        [
            .. own.Select(document => document.Publisher).Prepend(dossier.Release.Publisher).OfType<string>().SelectMany(actors.OrganisationsIn)
                .Concat(own.Select(document => actors.Canonical(document.Asserter))).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Whether a speaker is among those names.</summary>
    public static bool IsOneOf(this ActorList actors, IReadOnlyList<string> names, string speaker) => names.Contains(actors.Canonical(speaker), StringComparer.OrdinalIgnoreCase);
}
