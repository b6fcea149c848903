using HypeWatch.Classifiers;
using HypeWatch.Lexicons;

namespace HypeWatch.Evals.Bench;

/// <summary>The product's trained readers, made once for a benchmark.</summary>
internal sealed class LearnedReaders
{
    private readonly ClassifierSet models = new();
    private readonly SentenceFeatures features = new(new LexiconSet());

    public RoleReader Roles => new(models, features);
    public CertaintyReader Certainty => new(models, features);
    public LimitationReader Limitations => new(models, features);
    public PostReader Posts => new(models, features, new RelationReader());
}
