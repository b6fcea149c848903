using System.Reflection;
using System.Text.Json;
using HypeWatch.App.Jobs;
using HypeWatch.App.Telemetry;
using HypeWatch.App.Web;
using HypeWatch.Digests;
using HypeWatch.Flags;
using HypeWatch.Http;
using HypeWatch.Llm;
using HypeWatch.Predictions;
using HypeWatch.Propagation;
using HypeWatch.Queries;
using HypeWatch.Reading;
using HypeWatch.Storage;
using Microsoft.Extensions.Configuration;

namespace HypeWatch.App.Tests.Cli;

public sealed class SettingsTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "appsettings.json");

    [Theory]
    [InlineData(StorageSettings.Section, typeof(StorageSettings))]
    [InlineData(HttpSettings.Section, typeof(HttpSettings))]
    [InlineData(LlmSettings.Section, typeof(LlmSettings))]
    [InlineData(ReadingOptions.Section, typeof(ReadingOptions))]
    [InlineData(FlagsOptions.Section, typeof(FlagsOptions))]
    [InlineData(PropagationSettings.Section, typeof(PropagationSettings))]
    [InlineData(PredictionSettings.Section, typeof(PredictionSettings))]
    [InlineData(DigestSettings.Section, typeof(DigestSettings))]
    [InlineData(HypeWatch.Digests.Delivery.SmtpSettings.Section, typeof(HypeWatch.Digests.Delivery.SmtpSettings))]
    [InlineData(SqlSettings.Section, typeof(SqlSettings))]
    [InlineData("Schedule", typeof(ScheduleSettings))]
    [InlineData("Web", typeof(WebSettings))]
    [InlineData(TelemetrySettings.Section, typeof(TelemetrySettings))]
    public void Every_setting_stands_in_appsettings_with_its_default(string section, Type type)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var keys = json.RootElement.GetProperty(section).EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite || IsList(property)).Select(property => property.Name);
        Assert.Equal(properties.Order(StringComparer.Ordinal), keys);

        var bound = new ConfigurationBuilder().AddJsonFile(File).Build().GetSection(section).Get(type)!;
        Assert.Equal(Values(Activator.CreateInstance(type)!), Values(bound));
    }

    private static bool IsList(PropertyInfo property) => property.PropertyType.IsGenericType;

    private static string Values(object settings) => JsonSerializer.Serialize(settings, settings.GetType());
}
