namespace TeamsConnectBot.Tests.Admin;

/// <summary>Where the works council decides on questions to colleagues it sees what they would ask of people.</summary>
internal sealed class HelpForecastTests : AdminTests
{
    protected override int People => 14;

    protected override Dictionary<string, string> Settings() => new()
    {
        ["Programme:Pools:0:Help:On"] = "true", ["Programme:Pools:0:Name:en"] = "Care in the region",
    };

    [Test]
    public async Task Approvals_ShowTheLoadOfQuestions_FromTenPeopleUp_AndTheDecisionByItsName()
    {
        var council = await SignedInAsync(WorksCouncil);
        foreach (var person in World.People.Take(9))
        {
            await World.JoinAsync(person);
        }

        Assert.That(
            (await council.OpenAsync("/admin/approvals")).Text,
            Does.Contain("Fewer than ten people take part in this pool").And.Not.Contain("Questions that find somebody"));
        await World.JoinAsync(World.People[9]);
        var page = await council.OpenAsync("/admin/approvals");
        Assert.That(page.Text, Does.Contain("a pool of 0–24 people, if 50 % of them").And.Contain("Questions that find somebody"));
        Assert.That(page.Text, Does.Contain("Most questions one person gets in a week"));

        await council.SubmitAsync(page, "handler=Help", ("approve", "true"));
        var decided = (await council.OpenAsync("/admin/approvals")).Text;
        Assert.That(decided, Does.Contain("Asking a colleague for help, in Care in the region").And.Not.Contain("help:everyone"));
        foreach (var other in new[] { "report", "log" })
        {
            Assert.That(
                (await council.OpenAsync($"/admin/{other}")).Text,
                Does.Contain("‘Asking a colleague for help’ in Care in the region").And.Not.Contain("help:everyone"), other);
        }

        Assert.That(decided, Does.Not.Contain("Questions that find somebody"));
    }
}
