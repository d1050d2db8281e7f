using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Finding the colleague whom somebody would rather not meet, by whatever they type or pick.</summary>
internal sealed class DoNotMatchSearchTests : OwnPersonTests
{
    private static readonly DoNotMatchTexts Dutch = Texts.For("nl").NotWith;

    private Person Namesake => World.People[2];

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(people: 60, change: organisation => organisation with
    {
        People = organisation.People
            .SetItem(1, organisation.People[1] with { Name = "Bas O'Neill" })
            .SetItem(2, organisation.People[2] with { Name = "Bas O'Neill-Zandstra" })
            .SetItem(3, organisation.People[3] with { Name = "Bas O'Neill-Zandstra" }),
    });

    [Test]
    public async Task FullName_IsStoredEvenIfOthersStartTheSame_AndASharedNameIsAskedAbout()
    {
        await World.JoinAsync(Anna);

        Assert.That(await World.SayAsync(Anna, "Liever niet met Bas O'Neill"), Does.Contain(Dutch.Kept));
        var which = new CardView(await World.SayAsync(Anna, "liever niet met bas o'neill-zandstra"));

        Assert.That(
            which.Choices(Inputs.Picked), Is.EquivalentTo(new[] { Namesake.ObjectId.ToString(), World.People[3].ObjectId.ToString() }));
        var card = await World.ClickAsync(Anna, Verbs.KeepNotWith, new JsonObject { [Inputs.Picked] = Namesake.ObjectId.ToString() });
        Assert.That(new CardView(card).Choices(Inputs.Wishes), Has.Count.EqualTo(2));
        Assert.That(await OthersAsync(Anna), Is.EquivalentTo(new[] { Bas.ObjectId.ToString(), Namesake.ObjectId.ToString() }));
    }

    [TestCase("Bas O'Neill")]
    [TestCase("bas o’neill")]
    [TestCase("Bas O‘Neill")]
    [TestCase("O’Neill Bas")]
    [TestCase("O'Neill, Bas")]
    [TestCase("\u200BBas\u200B O'Neill\uFEFF")]
    public async Task Name_InOtherNotation_IsFound(string typed)
    {
        await World.JoinAsync(Anna);

        Assert.That(await World.SayAsync(Anna, $"liever niet met {typed}"), Does.Contain(Dutch.Kept));
        Assert.That(await OthersAsync(Anna), Is.EqualTo(new[] { Bas.ObjectId.ToString() }));
    }

    [Test]
    public async Task NothingChosen_SaysSo()
    {
        await World.JoinAsync(Anna);

        await OpenAsync();
        Assert.That(await World.ClickAsync(Anna, Verbs.KeepNotWith), Does.Contain(Dutch.NothingChosen));
    }

    [TestCase("Niemand Hier")]
    [TestCase("niemand@contoso.example")]
    public async Task UnknownName_IsNotStored(string typed)
    {
        await World.JoinAsync(Anna);

        await OpenAsync();
        var card = await World.ClickAsync(Anna, Verbs.KeepNotWith, new JsonObject { [Inputs.Colleague] = typed });

        Assert.That(card, Does.Contain(Dutch.NotFound));
        Assert.That(await OthersAsync(Anna), Is.Empty);
    }

    [TestCase("")]
    [TestCase("not an id")]
    [TestCase("7f6c3f4e-0000-4000-8000-000000000000")]
    public async Task UnknownPickedId_IsNotStored(string picked)
    {
        await World.JoinAsync(Anna);
        await OpenAsync();
        await World.ClickAsync(Anna, Verbs.KeepNotWith, new JsonObject { [Inputs.Picked] = picked });

        Assert.That(await OthersAsync(Anna), Is.Empty);
    }

    [Test]
    public async Task GraphUnavailable_StoresNothing_AndAsksToTryAgain()
    {
        await World.JoinAsync(Anna);
        using var fault = World.Tenant.Faults.Add(new FaultRule { Path = "/v1.0/users", Status = 403 });

        Assert.That(
            await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}"), Does.Contain(Texts.For("nl").State.TryAgain.Heading));
        Assert.That(await OthersAsync(Anna), Is.Empty);
    }

    [Test]
    public async Task Picker_SearchesTheOrganisation_AndTheLogNamesNobody()
    {
        await World.JoinAsync(Anna);
        await World.JoinAsync(Bas);
        Assert.That(
            await OpenAsync(), Does.Contain("\"choices.data\":{\"dataset\":\"graph.microsoft.com/users\",\"type\":\"Data.Query\"}"));
        await World.SayAsync(Anna, "liever niet met bas o'neill");

        Assert.That(
            World.Log.All,
            Has.None.Contains("O'Neill").And.None.Contains(Bas.ObjectId.ToString()).And.None.Contains(Bas.UserPrincipalName));
    }

    private async Task<string> OpenAsync()
    {
        await World.SayAsync(Anna, "voorkeuren");
        return await World.ClickAsync(Anna, Verbs.OpenNotWith);
    }

    private Task<List<string?>> OthersAsync(Person person) =>
        World.ReadAsync(db => db.NotWith.Where(row => row.PersonId == person.ObjectId.ToString()).Select(row => row.OtherId).ToListAsync());
}
