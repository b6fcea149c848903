using HypeWatch.Http;
using Microsoft.Extensions.Configuration;

namespace HypeWatch.Tests.Http;

public sealed class HttpSettingsTests
{
    [Theory]
    [InlineData("Http:MaxBodyBytes", "0")]
    [InlineData("Http:MaxRedirects", "-1")]
    [InlineData("Http:DeadlineSeconds", "0")]
    [InlineData("Http:DeadlineSeconds", "NaN")]
    [InlineData("Http:Retries", "1000")]
    [InlineData("Http:HostDelays:example.org", "-1")]
    [InlineData("Http:ContactAddress", "nobody")]
    [InlineData("Http:ContactAddress", "a@example.org) evil(")]
    [InlineData("Http:ProjectUrl", "javascript:alert(1)")]
    public void A_value_out_of_range_is_reported_with_its_key(string key, string value)
    {
        var result = new HttpSettingsRules().Validate(null, Read((key, value)));

        Assert.Contains(key, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_valid() => Assert.True(new HttpSettingsRules().Validate(null, new HttpSettings()).Succeeded);

    [Fact]
    public void Own_delays_and_hosts_are_added_to_the_defaults()
    {
        var settings = Read(("Http:HostDelays:example.org", "5"), ("Http:AllowedPrivateHosts:0", "127.0.0.1:5080"));

        Assert.Equal(5, settings.HostDelays["example.org"]);
        Assert.Equal(3, settings.HostDelays["arxiv.org"]);
        Assert.True(settings.IsAllowedPrivate("127.0.0.1", 5080));
    }

    private static HttpSettings Read(params (string Key, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        var settings = new HttpSettings();
        configuration.GetSection(HttpSettings.Section).Bind(settings);
        return settings;
    }
}
