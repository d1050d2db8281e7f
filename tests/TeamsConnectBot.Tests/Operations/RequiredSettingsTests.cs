using Microsoft.Extensions.Options;
using TeamsConnectBot.Operations;

namespace TeamsConnectBot.Tests.Operations;

/// <summary>The settings that a service with a managed identity requires, as in <c>infra/</c>.</summary>
internal sealed class RequiredSettingsTests
{
    private const string Id = "11111111-2222-4333-8444-555555555555";

    public static readonly string[] Required =
    [
        $"Bot:AppId={Id}", $"Bot:TenantId={Id}", $"Bot:ManagedIdentityClientId={Id}",
        $"Graph:ManagedIdentityClientId={Id}", "Graph:ServiceMailbox=connect@example.org",
        "Programme:Pools:0:Id=everyone", $"Programme:Pools:0:GroupId={Id}",
        "Programme:Pools:0:Host:Name=Ada", "Programme:Pools:0:Host:Sentence:nl=Een zin.", "Programme:Pools:0:Host:Sentence:en=A sentence.",
    ];

    [Test]
    public async Task Start_WithTheRequiredSettings_HasNoProblems() => Assert.That(await ProblemsAsync(Required), Is.Empty);

    [TestCaseSource(nameof(Required))]
    public async Task Start_WithoutARequiredSetting_NamesIt(string setting)
    {
        var key = setting[..setting.IndexOf('=')];
        var problems = await ProblemsAsync([.. Required.Where(other => other != setting)]);
        Assert.That(
            problems, Has.Some.Contains(key).Or.Some.Contains(key[(key.LastIndexOf(':') + 1)..]).Or.Some.Contains("Graph:credential"));
    }

    [Test]
    public void Readme_NumberOfSettings_IsUpToDate()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        Assert.That(readme, Does.Contain($"{OptionsTable.Rows().Count} settings, of which {Required.Length} must be set"));
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(string[] settings)
    {
        await using var service = ServiceHost.Build(["--environment=Production", .. settings.Select(setting => "--" + setting)]);
        try
        {
            service.Services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (Exception failure) when (StartupProblems.In(failure) is { Count: > 0 } problems)
        {
            return problems;
        }
    }
}
