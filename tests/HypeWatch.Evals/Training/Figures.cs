namespace HypeWatch.Evals.Training;

/// <summary>The figures of merit.</summary>
internal static class Figures
{
    public static double F1(IReadOnlyList<double> predicted, IReadOnlyList<double> gold, double label)
    {
        var both = predicted.Zip(gold).Count(pair => pair.First == label && pair.Second == label);
        var either = predicted.Count(value => value == label) + gold.Count(value => value == label);
        return either == 0 ? 0 : 2.0 * both / either;
    }

    public static double MacroF1(IReadOnlyList<double> predicted, IReadOnlyList<double> gold) => gold.Distinct().Average(label => F1(predicted, gold, label));

    public static double WeightedF1(IReadOnlyList<double> predicted, IReadOnlyList<double> gold) =>
        gold.GroupBy(label => label).Sum(group => F1(predicted, gold, group.Key) * group.Count() / gold.Count);

    public static double Pearson(IReadOnlyList<double> predicted, IReadOnlyList<double> gold)
    {
        var (x, y) = (predicted.Average(), gold.Average());
        var product = predicted.Zip(gold).Sum(pair => (pair.First - x) * (pair.Second - y));
        return product / Math.Sqrt(predicted.Sum(value => (value - x) * (value - x)) * gold.Sum(value => (value - y) * (value - y)));
    }
}
