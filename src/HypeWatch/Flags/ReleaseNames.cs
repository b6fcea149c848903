using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>By which names a release's own side goes.</summary>
internal static class ReleaseNames
{
    /// <summary>Its listed organisations first, then who speaks in its own documents; without doubles.</summary>
    public static IReadOnlyList<string> NamesOf(this ActorList actors, Dossier dossier)
    {
        var own = dossier.Own.Select(document => document.Document).ToList();
        return
        [
            .. own.Select(document => document.Publisher).Prepend(dossier.Release.Publisher).OfType<string>().SelectMany(actors.OrganisationsIn)
                .Concat(own.Select(document => document.Asserter)).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
