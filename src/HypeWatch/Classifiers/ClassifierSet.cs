namespace HypeWatch.Classifiers;

/// <summary>The trained models of the program, by name; read once from <c>Classifiers/weights.bin</c>, whose card is <c>Classifiers/README.md</c>.</summary>
public sealed class ClassifierSet
{
    private readonly Dictionary<string, LinearModel> byName;

    /// <summary>Reads the built-in weights.</summary>
    /// <exception cref="FormatException">They are of another format version.</exception>
    public ClassifierSet()
        : this(BuiltIn())
    {
    }

    /// <summary>Takes other models, such as those of a training run.</summary>
    public ClassifierSet(IEnumerable<LinearModel> models) => byName = models.ToDictionary(model => model.Name, StringComparer.Ordinal);

    /// <summary>All models.</summary>
    public IReadOnlyCollection<LinearModel> All => byName.Values;

    /// <summary>A model by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public LinearModel this[string name] => byName.GetValueOrDefault(name) ?? throw new KeyNotFoundException($"there is no model '{name}'");

    private static IReadOnlyList<LinearModel> BuiltIn()
    {
        using var stream = typeof(ClassifierSet).Assembly.GetManifestResourceStream("weights.bin")!;
        return ModelFile.Read(stream);
    }
}
