using System.Text.RegularExpressions;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Sandbox.Behaviour;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>'Liever niet met' (rather not with) works both ways, and no answer of the bot reveals it.</summary>
internal sealed class DoNotMatchTests
{
    private static readonly DoNotMatchTexts Dutch = Texts.For("nl").NotWith;

    private PrivacyWorld world = null!;

    private Person Anna => world.People[0];

    private Person Bas => world.People[1];

    private Person Namesake => world.People[2];

    [SetUp]
    public async Task StartAsync() => world = await PrivacyWorld.StartAsync(change: organisation => organisation with
    {
        People = organisation.People
            .SetItem(1, organisation.People[1] with { Name = "Bas O'Neill" })
            .SetItem(2, organisation.People[2] with { Name = "Bas O'Neill-Zandstra" })
            .SetItem(3, organisation.People[3] with { Name = "Bas O'Neill-Zandstra" }),
    });

    [TearDown]
    public async Task StopAsync() => await world.DisposeAsync();

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public async Task NotWith_ChosenByEitherOfTwo_KeepsThemApart_UntilTakenBack(int asking, int named)
    {
        var (one, other) = (world.People[asking], world.People[named]);
        await JoinBothAsync();
        await world.SayAsync(one, $"liever niet met {other.UserPrincipalName}");

        await world.AdvanceToAsync(FirstRound.Invited.AddDays(5));
        Assert.That(await MeetingsAsync(), Is.Zero);

        await TakeBackAllAsync(one);
        await world.AdvanceToAsync(FirstRound.Invited.AddDays(7));
        await FirstRound.SayYesAsync(world, one);
        await FirstRound.SayYesAsync(world, other);
        await world.AdvanceToAsync(FirstRound.Settled.AddDays(7));
        Assert.That(await MeetingsAsync(), Is.EqualTo(1), "without the choice they must be connected, or the test proves nothing");
    }

    [Test]
    public async Task NotWith_ChosenAfterTheInvitations_BothGetTheUsualMessageThatTimesDidNotMatch()
    {
        await JoinBothAsync();
        await world.AdvanceToAsync(FirstRound.Invited);
        await FirstRound.SayYesAsync(world, Bas);
        await world.SayAsync(Anna, $"not with {Bas.UserPrincipalName}");
        await FirstRound.SayYesAsync(world, Anna);
        await world.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(await MeetingsAsync(), Is.Zero);
        foreach (var person in new[] { Anna, Bas })
        {
            Assert.That(world.FromBot(person)[^1].CardJson, Does.Contain(Texts.For("nl").NoLuck.Line));
        }
    }

    [Test]
    public async Task NotWith_Chosen_TheOtherPersonSeesNoDifference()
    {
        await JoinBothAsync();
        var without = await EverythingBasCanSeeAsync();

        await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        var with = await EverythingBasCanSeeAsync();

        Assert.That(without.Keys, Has.Some.Contains("mijn gegevens").And.Some.Contains("liever niet met"));
        Assert.That(with, Is.EqualTo(without));
        Assert.That(await world.ReadAsync(db => db.NotWith.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task MyData_ContainsOwnChoices_AndNobodyElses()
    {
        await JoinBothAsync();
        await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");

        Assert.That(await ExportAsync(Anna), Does.Contain("\"NotWith\"").And.Contain(Bas.ObjectId.ToString()));
        Assert.That(await ExportAsync(Bas), Does.Not.Contain("NotWith").And.Not.Contain(Anna.ObjectId.ToString()));
    }

    [Test]
    public async Task NamedPerson_Erased_LeavesNoTrace_AndTheChoiceStillAppliesWhenTheyReturn()
    {
        await JoinBothAsync();
        await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await world.EraseAsync(Bas);
        await world.TruncateWalAsync();

        Assert.That(DatabaseFiles.Contain(world.DatabaseFile, Bas.ObjectId.ToString()), Is.False);
        Assert.That(await world.SayAsync(Anna, "liever niet met"), Does.Contain(Dutch.Unnamed));

        await world.SayAsync(Bas, "meedoen");
        await world.ClickAsync(Bas, Verbs.Join);
        await world.AdvanceToAsync(FirstRound.Invited.AddDays(5));
        Assert.That(await MeetingsAsync(), Is.Zero);
    }

    [Test]
    public async Task NamedPerson_ErasedAndJoinedAgain_IsListedByNameAgain()
    {
        await JoinBothAsync();
        await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await world.EraseAsync(Bas);
        await world.SayAsync(Bas, "meedoen");
        Assert.That(await OthersAsync(Anna), Is.EqualTo(new string?[] { null }), "only joining, not writing, may restore the name");

        await world.ClickAsync(Bas, Verbs.Join);

        Assert.That(await OthersAsync(Anna), Is.EqualTo(new[] { Bas.ObjectId.ToString() }));
        Assert.That(await world.SayAsync(Anna, "liever niet met"), Does.Contain(@"Bas O\u0027Neill").And.Not.Contain(Dutch.Unnamed));
    }

    [Test]
    public async Task ErasedAndDeletedPeople_AreListedTheSameWay()
    {
        await JoinBothAsync();
        await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await world.SayAsync(Anna, $"liever niet met {world.People[2].UserPrincipalName}");
        await world.EraseAsync(Bas);
        await world.WriteAsync(db => db.NotWith.Where(row => row.OtherId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OtherId, Guid.Empty.ToString())));

        var card = await world.SayAsync(Anna, "liever niet met");

        Assert.That(card.Split("een collega (deze keuze blijft gelden)"), Has.Length.EqualTo(3), "both must be listed the same way");
    }

    [Test]
    public async Task ChoosingPerson_Erased_DeletesTheirChoices()
    {
        await JoinBothAsync();
        await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await world.EraseAsync(Anna);

        Assert.That(await world.ReadAsync(db => db.NotWith.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task FullName_IsStoredEvenIfOthersStartTheSame_AndASharedNameIsAskedAbout()
    {
        await world.JoinAsync(Anna);

        Assert.That(await world.SayAsync(Anna, "Liever niet met Bas O'Neill"), Does.Contain(Dutch.Kept));
        var which = new CardView(await world.SayAsync(Anna, "liever niet met bas o'neill-zandstra"));

        Assert.That(
            which.Choices(Inputs.Picked), Is.EquivalentTo(new[] { Namesake.ObjectId.ToString(), world.People[3].ObjectId.ToString() }));
        var card = await world.ClickAsync(Anna, Verbs.KeepNotWith, new JsonObject { [Inputs.Picked] = Namesake.ObjectId.ToString() });
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
        await world.JoinAsync(Anna);

        Assert.That(await world.SayAsync(Anna, $"liever niet met {typed}"), Does.Contain(Dutch.Kept));
        Assert.That(await OthersAsync(Anna), Is.EqualTo(new[] { Bas.ObjectId.ToString() }));
    }

    [TestCase("Zoe Müller-Ødegård", "zoe muller-odegard")]
    [TestCase("Zoë Müller", "Zoe Muller")]
    [TestCase("Élodie Brûlé", "elodie brule")]
    [TestCase("Müller, Zoë", "Zoe Muller")]
    [TestCase("D’Angelo Gérard", "d'angelo gerard")]
    public async Task Name_WithoutItsAccents_IsFound(string name, string typed)
    {
        await RestartWithBasNamedAsync(name);
        await world.JoinAsync(Anna);

        Assert.That(await world.SayAsync(Anna, $"liever niet met {typed}"), Does.Contain(Dutch.Kept));
        Assert.That(await OthersAsync(Anna), Is.EqualTo(new[] { Bas.ObjectId.ToString() }));
    }

    [Test]
    public async Task FirstName_OfOnePerson_AsksToConfirm_AndOneClickStoresIt()
    {
        await RestartWithBasNamedAsync("Xander Visser");
        await world.JoinAsync(Anna);

        var card = await world.SayAsync(Anna, "not with xan");
        Assert.That(card, Does.Contain("Bedoel je Xander Visser?").And.Not.Contain(Dutch.WhichOne));
        Assert.That(await OthersAsync(Anna), Is.Empty, "the bot must ask, not guess");

        Assert.That(await world.ClickAsync(Anna, Verbs.KeepNotWith), Does.Contain(Dutch.Kept));
        Assert.That(await OthersAsync(Anna), Is.EqualTo(new[] { Bas.ObjectId.ToString() }));
    }

    [Test]
    public async Task NothingChosen_SaysSo()
    {
        await world.JoinAsync(Anna);

        await OpenAsync();
        Assert.That(await world.ClickAsync(Anna, Verbs.KeepNotWith), Does.Contain(Dutch.NothingChosen));
    }

    [TestCase("Niemand Hier")]
    [TestCase("niemand@contoso.example")]
    public async Task UnknownName_IsNotStored(string typed)
    {
        await world.JoinAsync(Anna);

        await OpenAsync();
        var card = await world.ClickAsync(Anna, Verbs.KeepNotWith, new JsonObject { [Inputs.Colleague] = typed });

        Assert.That(card, Does.Contain(Dutch.NotFound));
        Assert.That(await OthersAsync(Anna), Is.Empty);
    }

    [TestCase("")]
    [TestCase("not an id")]
    [TestCase("7f6c3f4e-0000-4000-8000-000000000000")]
    public async Task UnknownPickedId_IsNotStored(string picked)
    {
        await world.JoinAsync(Anna);
        await OpenAsync();
        await world.ClickAsync(Anna, Verbs.KeepNotWith, new JsonObject { [Inputs.Picked] = picked });

        Assert.That(await OthersAsync(Anna), Is.Empty);
    }

    [Test]
    public async Task OneselfOrTheSamePersonTwice_AddsNothing()
    {
        await world.JoinAsync(Anna);
        await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await world.SayAsync(Anna, $"not with {Bas.UserPrincipalName}");

        Assert.That(await world.SayAsync(Anna, $"liever niet met {Anna.UserPrincipalName}"), Does.Contain(Dutch.NotFound));
        Assert.That(await OthersAsync(Anna), Is.EqualTo(new[] { Bas.ObjectId.ToString() }));
    }

    [Test]
    public async Task SomebodyElsesCard_CannotTakeBackChoices()
    {
        await JoinBothAsync();
        await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        var card = world.FromBot(Anna)[^1].CardJson!;

        var answer = await world.ClickAsync(Bas, world.FromBot(Bas)[^1], card, Verbs.TakeBackNotWith, Ticked(card));

        Assert.That(answer.CardJson, Does.Contain(Texts.For("nl").State.NotYours.Heading));
        Assert.That(await OthersAsync(Anna), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task MoreChoicesThanTheMaximum_AreRefused()
    {
        await world.JoinAsync(Anna);
        var anna = Anna.ObjectId.ToString();
        await world.WriteAsync(db =>
        {
            db.NotWith.AddRange(Enumerable.Range(0, DoNotMatchList.Most).Select(number =>
                new DoNotMatchRow
                {
                    Id = Guid.CreateVersion7(FirstRound.Invited.AddMinutes(number)), PersonId = anna, OtherKey = $"{number}",
                }));
            return Task.CompletedTask;
        });

        Assert.That(await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}"), Does.Contain(Dutch.TooMany));
    }

    [Test]
    public async Task GraphUnavailable_StoresNothing_AndAsksToTryAgain()
    {
        await world.JoinAsync(Anna);
        using var fault = world.Tenant.Faults.Add(new FaultRule { Path = "/v1.0/users", Status = 403 });

        Assert.That(
            await world.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}"), Does.Contain(Texts.For("nl").State.TryAgain.Heading));
        Assert.That(await OthersAsync(Anna), Is.Empty);
    }

    [Test]
    public async Task BeforeJoining_SaysToJoinFirst()
    {
        await world.InstallAsync(Anna);

        Assert.That(await world.SayAsync(Anna, "liever niet met"), Does.Contain(Texts.For("nl").JoinFirst.Line));
    }

    [Test]
    public async Task Picker_SearchesTheOrganisation_AndTheLogNamesNobody()
    {
        await JoinBothAsync();
        Assert.That(
            await OpenAsync(), Does.Contain("\"choices.data\":{\"dataset\":\"graph.microsoft.com/users\",\"type\":\"Data.Query\"}"));
        await world.SayAsync(Anna, "liever niet met bas o'neill");

        Assert.That(
            world.Log.All,
            Has.None.Contains("O'Neill").And.None.Contains(Bas.ObjectId.ToString()).And.None.Contains(Bas.UserPrincipalName));
    }

    private async Task RestartWithBasNamedAsync(string name)
    {
        await world.DisposeAsync();
        world = await PrivacyWorld.StartAsync(change: organisation => organisation with
        {
            People = organisation.People.SetItem(1, organisation.People[1] with { Name = name }),
        });
    }

    private async Task JoinBothAsync()
    {
        await world.JoinAsync(Anna);
        await world.JoinAsync(Bas);
    }

    private async Task<string> OpenAsync()
    {
        await world.SayAsync(Anna, "voorkeuren");
        return await world.ClickAsync(Anna, Verbs.OpenNotWith);
    }

    private async Task TakeBackAllAsync(Person person) =>
        Assert.That(
            await world.ClickAsync(person, Verbs.TakeBackNotWith, Ticked(await world.SayAsync(person, "niet met"))),
            Does.Contain(Dutch.TakenBack).And.Not.Contain(Dutch.Own));

    private static JsonObject Ticked(string card) =>
        new() { [Inputs.Wishes] = string.Join(',', new CardView(card).Choices(Inputs.Wishes)) };

    // The answers to every command that changes nothing, and the whole export.
    private async Task<Dictionary<string, string>> EverythingBasCanSeeAsync()
    {
        var seen = new Dictionary<string, string>();
        string[] commands =
            ["hulp", "mijn gegevens", "waarom", "voorkeuren", "koffie", "mijn week", "regels", "liever niet met", "iets anders"];
        foreach (var words in commands)
        {
            seen[words] = await world.SayAsync(Bas, words);
        }

        var asked = await world.SayAsync(Bas, $"liever niet met {Anna.UserPrincipalName}");
        seen["liever niet met Anna"] = Regex.Replace(asked, "0[0-9a-f]{7}-[0-9a-f-]{27}", "row");
        await TakeBackAllAsync(Bas);
        seen["export"] = await ExportAsync(Bas);
        return seen;
    }

    private Task<string> ExportAsync(Person person) => world.ExportAsTextAsync(person);

    private Task<int> MeetingsAsync() => world.ReadAsync(db => db.Meetings.CountAsync());

    private Task<List<string?>> OthersAsync(Person person) =>
        world.ReadAsync(db => db.NotWith.Where(row => row.PersonId == person.ObjectId.ToString()).Select(row => row.OtherId).ToListAsync());
}
