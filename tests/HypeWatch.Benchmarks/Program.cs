using System.CommandLine;
using System.Globalization;
using HypeWatch.Benchmarks;

if (args is [ServedClaims.Verb, var served])
{
    await ServedClaims.RunAsync(served);
    return 0;
}

// Every goal of this assembly; a new one is a new file.
IGoal[] goals =
[
    .. from type in typeof(IGoal).Assembly.GetTypes()
       where type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IGoal))
       let made = (IGoal)Activator.CreateInstance(type)!
       orderby made.Name
       select made,
];
var goal = new Argument<string>("goal") { Description = "name of the goal: " + string.Join(", ", goals.Select(g => g.Name)) };
goal.AcceptOnlyFromAmong([.. goals.Select(g => g.Name)]);
var data = new Option<DirectoryInfo>("--data") { Description = "folder of texts and pages to measure on", Required = true };
var keep = new Option<DirectoryInfo>("--keep") { Description = "folder where a million claims are kept for the next run, for goals that only read them" };
var root = new RootCommand("Measures the product against a peer or a limit, interleaved, median of 5 runs, CPU time.") { goal, data, keep };
root.SetAction(async (parse, ct) =>
{
    var folder = parse.GetValue(data)!;
    if (!folder.Exists)
    {
        await Console.Error.WriteLineAsync($"no such folder: {folder.FullName}");
        return 2;
    }

    ScratchDatabase.Keep = parse.GetValue(keep);
    var chosen = goals.First(g => g.Name == parse.GetValue(goal));
    var result = await chosen.MeasureAsync(folder, ct);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chosen.Name}: {chosen.Description}"));
    foreach (var one in (GoalResult[])[result, .. result.More])
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"measured {one.Measured:0.###} {one.Unit}   {one.PeerName} {one.Peer:0.###} {one.Unit}   ratio {one.Ratio:0.###}   ({one.Input})"));
    return 0;
});
return await root.Parse(args).InvokeAsync();
