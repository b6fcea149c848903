using HypeWatch.Sources.Apis;

namespace HypeWatch.Evals.Replay;

/// <summary>The connectors of the product, found as it finds them.</summary>
internal static class Apis
{
    public static IReadOnlyList<IApi> All { get; } =
        [.. typeof(IApi).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IApi))).Select(type => (IApi)Activator.CreateInstance(type)!)];
}
