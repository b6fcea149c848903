using HypeWatch.Lexicons;

namespace HypeWatch.Flags;

/// <summary>The one place where detectors are found: every class of the assembly that implements <see cref="IFlagDetector"/>.</summary>
public static class DetectorCatalog
{
    /// <summary>Makes all detectors. A detector's constructor may ask for the taxonomy and the word lists.</summary>
    public static IReadOnlyList<IFlagDetector> All(Taxonomy taxonomy, LexiconSet lexicons) =>
    [
        .. from type in typeof(IFlagDetector).Assembly.GetTypes()
           where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFlagDetector))
           orderby type.Name
           let wanted = type.GetConstructors().Single().GetParameters()
           select (IFlagDetector)Activator.CreateInstance(type, [.. wanted.Select(parameter => Part(parameter.ParameterType, taxonomy, lexicons))])!,
    ];

    private static object Part(Type type, Taxonomy taxonomy, LexiconSet lexicons) =>
        type == typeof(Taxonomy) ? taxonomy : type == typeof(LexiconSet) ? lexicons : throw new NotSupportedException($"a detector cannot ask for {type.Name}");
}
