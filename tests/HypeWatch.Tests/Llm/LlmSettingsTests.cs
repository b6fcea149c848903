using HypeWatch.Llm;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Llm;

public sealed class LlmSettingsTests
{
    [Fact]
    public void Nothing_set_means_no_model()
    {
        var services = new ServiceCollection().AddLlm(new ConfigurationBuilder().Build());

        Assert.DoesNotContain(services, service => service.ServiceType == typeof(IChatClient));
        Assert.Contains(services, service => service.ServiceType == typeof(LlmSettings));
    }

    [Theory]
    [InlineData("Llm:ApiKey", "Model=m")]
    [InlineData("Llm:Model", "Endpoint=http://127.0.0.1:1/v1")]
    [InlineData("Llm:Endpoint", "Model=m", "Endpoint=ftp://example.org")]
    [InlineData("Llm:Endpoint", "Model=m", "Endpoint=model.example.org")]
    [InlineData("Llm:Endpoint", "Model=m", "Endpoint=http://model.example.org/v1", "ApiKey=k")]
    [InlineData("Llm:Endpoint", "Model=m", "Endpoint=https://user:pass@model.example.org/v1")]
    [InlineData("Llm:TimeoutSeconds", "TimeoutSeconds=0")]
    [InlineData("Llm:TimeoutSeconds", "TimeoutSeconds=NaN")]
    [InlineData("Llm:Retries", "Retries=-1")]
    [InlineData("Llm:MaxConcurrency", "MaxConcurrency=0")]
    [InlineData("Llm:MaxTokensPerDay", "MaxTokensPerDay=-1")]
    [InlineData("Llm:MaxCostPerMonth", "MaxCostPerMonth=-1")]
    [InlineData("Llm:PriceInput", "MaxCostPerMonth=5")]
    [InlineData("Llm:PriceDate", "PriceInput=1", "PriceOutput=5")]
    [InlineData("Llm:MaxOutputTokens", "MaxOutputTokens=1")]
    public void What_cannot_work_is_refused_at_start_with_the_key_named(string key, params string[] set) =>
        Assert.Contains(key, Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddLlm(From(set))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Model=m", "ApiKey=k")]
    [InlineData("Model=m", "Endpoint=http://127.0.0.1:11434/v1")]
    [InlineData("Model=m", "Endpoint=http://gpu.internal:8000/v1")]
    [InlineData("Model=m", "Endpoint=https://res.openai.azure.com/openai/v1/", "ApiKey=k")]
    public void Usable_settings_give_a_client(params string[] set)
    {
        var services = new ServiceCollection().AddLlm(From(set));

        Assert.Contains(services, service => service.ServiceType == typeof(IChatClient) && !service.IsKeyedService);
    }

    [Fact]
    public void The_key_is_never_printed() => Assert.DoesNotContain("hush", new LlmSettings { Model = "m", ApiKey = "hush" }.ToString(), StringComparison.Ordinal);

    private static IConfiguration From(string[] set) =>
        new ConfigurationBuilder().AddInMemoryCollection(set.Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create("Llm:" + pair[0], (string?)pair[1]))).Build();
}
