using TeamsConnectBot.Conversations;
using TeamsConnectBot.Figures;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>An organisation that has switched figures off.</summary>
internal sealed class NoFiguresTests : AdminTests
{
    protected override Dictionary<string, string> Settings() => new() { ["Figures:Enabled"] = "false" };

    [Test]
    public async Task Figures_SwitchedOff_AreShownNowhere_AndThePagesSaySo()
    {
        await World.Services.GetRequiredService<FigurePublisher>().PublishAsync(null, default);
        var admin = await SignedInAsync(Admin);
        var figures = await admin.OpenAsync("/admin/figures");
        var report = await admin.OpenAsync("/admin/report");
        var (_, dryRun) = await DryRunAsync(admin);

        Assert.That(new[] { figures.Text, report.Text, dryRun.Text }, Has.All.Contains("does without figures (Figures:Enabled is false)"));
        Assert.That(figures.Body + report.Body, Does.Not.Contain("<svg class=\"chart\""));
    }

    [Test]
    public void CheckIn_WithoutFigures_IsNotOffered() =>
        Assert.That(
            World.Services.GetServices<ChatCommand>().SelectMany(command => command.Words["nl"]),
            Has.None.EqualTo("check-in").And.Some.EqualTo("hulp"));
}
