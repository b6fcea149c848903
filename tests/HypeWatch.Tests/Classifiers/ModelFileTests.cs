using HypeWatch.Classifiers;

namespace HypeWatch.Tests.Classifiers;

public sealed class ModelFileTests
{
    [Fact]
    public void Weights_come_back_within_half_a_step_and_those_below_it_are_gone()
    {
        var model = new LinearModel("taste", ["sweet", "sour"], [0.5f, -0.5f], new Dictionary<int, float[]> { [3] = [1.27f, -0.01f], [70_000] = [-0.63f, 2.54f], [9] = [0.001f, -0.001f] });
        using var stream = new MemoryStream();
        ModelFile.Write(stream, [model]);
        stream.Position = 0;
        var back = Assert.Single(ModelFile.Read(stream));
        Assert.Equal((model.Name, 2, 0.5f, -0.5f), (back.Name, back.Labels.Count, back.Bias[0], back.Bias[1]));
        Assert.Equal([3, 70_000], back.Weights.Keys.Order());
        Assert.Equal(1.27f, back.Weights[3][0], 0.006f);
        Assert.Equal(2.54f, back.Weights[70_000][1], 0.011f);
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        using var stream = new MemoryStream();
        using (var packed = new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) packed.Write("\u0005hello"u8);
        stream.Position = 0;
        Assert.Throws<FormatException>(() => ModelFile.Read(stream));
    }

    [Fact]
    public void The_built_in_weights_hold_a_model_for_every_reader()
    {
        var names = new ClassifierSet().All.Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
        string[] wanted =
        [
            RoleReader.Name, RoleReader.TransitionName, CertaintyReader.Name, LimitationReader.Name, SupportReader.Abstracts, SupportReader.Passages,
            .. Enum.GetValues<CertaintyAspect>().Select(CertaintyReader.NameOf), .. Enum.GetValues<PostTrait>().Select(PostReader.NameOf),
        ];
        Assert.Empty(wanted.Except(names));
        Assert.Empty(names.Except(wanted));
    }
}
