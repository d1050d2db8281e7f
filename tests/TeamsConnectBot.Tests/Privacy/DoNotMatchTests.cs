using System.Text.RegularExpressions;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Sandbox.Behaviour;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>'Liever niet met' (rather not with) works both ways, and no answer of the bot reveals it.</summary>
internal sealed class DoNotMatchTests : OwnChatTests
{
    private static readonly DoNotMatchTexts Dutch = Texts.For("nl").NotWith;

    protected override Task<PrivacyWorld> StartWorldAsync() => PrivacyWorld.StartAsync(change: organisation => organisation with
    {
        People = organisation.People.SetItem(1, organisation.People[1] with { Name = "Bas O'Neill" }),
    });

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public async Task NotWith_ChosenByEitherOfTwo_KeepsThemApart_UntilTakenBack(int asking, int named)
    {
        var (one, other) = (World.People[asking], World.People[named]);
        await JoinBothAsync();
        await World.SayAsync(one, $"liever niet met {other.UserPrincipalName}");

        await World.AdvanceToAsync(FirstRound.Invited.AddDays(5));
        Assert.That(await MeetingsAsync(), Is.Zero);

        await TakeBackAllAsync(one);
        await World.AdvanceToAsync(FirstRound.Invited.AddDays(7));
        await FirstRound.SayYesAsync(World, one);
        await FirstRound.SayYesAsync(World, other);
        await World.AdvanceToAsync(FirstRound.Settled.AddDays(7));
        Assert.That(await MeetingsAsync(), Is.EqualTo(1), "without the choice they must be connected, or the test proves nothing");
    }

    [Test]
    public async Task NotWith_ChosenAfterTheInvitations_BothGetTheUsualMessageThatTimesDidNotMatch()
    {
        await JoinBothAsync();
        await World.AdvanceToAsync(FirstRound.Invited);
        await FirstRound.SayYesAsync(World, Bas);
        await World.SayAsync(Anna, $"not with {Bas.UserPrincipalName}");
        await FirstRound.SayYesAsync(World, Anna);
        await World.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.That(await MeetingsAsync(), Is.Zero);
        foreach (var person in new[] { Anna, Bas })
        {
            Assert.That(World.FromBot(person)[^1].CardJson, Does.Contain(Texts.For("nl").NoLuck.Line));
        }
    }

    [Test]
    public async Task NotWith_Chosen_TheOtherPersonSeesNoDifference()
    {
        await JoinBothAsync();
        var without = await EverythingBasCanSeeAsync();

        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        var with = await EverythingBasCanSeeAsync();

        Assert.That(without.Keys, Has.Some.Contains("mijn gegevens").And.Some.Contains("liever niet met"));
        Assert.That(with, Is.EqualTo(without));
        Assert.That(await World.ReadAsync(db => db.NotWith.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task MyData_ContainsOwnChoices_AndNobodyElses()
    {
        await JoinBothAsync();
        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");

        Assert.That(await ExportAsync(Anna), Does.Contain("\"NotWith\"").And.Contain(Bas.ObjectId.ToString()));
        Assert.That(await ExportAsync(Bas), Does.Not.Contain("NotWith").And.Not.Contain(Anna.ObjectId.ToString()));
    }

    [Test]
    public async Task NamedPerson_Erased_LeavesNoTrace_AndTheChoiceStillAppliesWhenTheyReturn()
    {
        await JoinBothAsync();
        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await World.EraseAsync(Bas);
        await World.TruncateWalAsync();

        Assert.That(DatabaseFiles.Contain(World.DatabaseFile, Bas.ObjectId.ToString()), Is.False);
        Assert.That(await World.SayAsync(Anna, "liever niet met"), Does.Contain(Dutch.Unnamed));

        await World.SayAsync(Bas, "meedoen");
        await World.ClickAsync(Bas, Verbs.Join);
        await World.AdvanceToAsync(FirstRound.Invited.AddDays(5));
        Assert.That(await MeetingsAsync(), Is.Zero);
    }

    [Test]
    public async Task NamedPerson_ErasedAndJoinedAgain_IsListedByNameAgain()
    {
        await JoinBothAsync();
        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await World.EraseAsync(Bas);
        await World.SayAsync(Bas, "meedoen");
        Assert.That(await OthersAsync(Anna), Is.EqualTo(new string?[] { null }), "only joining, not writing, may restore the name");

        await World.ClickAsync(Bas, Verbs.Join);

        Assert.That(await OthersAsync(Anna), Is.EqualTo(new[] { Bas.ObjectId.ToString() }));
        Assert.That(await World.SayAsync(Anna, "liever niet met"), Does.Contain(@"Bas O\u0027Neill").And.Not.Contain(Dutch.Unnamed));
    }

    [Test]
    public async Task ErasedAndDeletedPeople_AreListedTheSameWay()
    {
        await JoinBothAsync();
        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await World.SayAsync(Anna, $"liever niet met {World.People[2].UserPrincipalName}");
        await World.EraseAsync(Bas);
        await World.WriteAsync(db => db.NotWith.Where(row => row.OtherId != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OtherId, Guid.Empty.ToString())));

        var card = await World.SayAsync(Anna, "liever niet met");

        Assert.That(card.Split("een collega (deze keuze blijft gelden)"), Has.Length.EqualTo(3), "both must be listed the same way");
    }

    [Test]
    public async Task ChoosingPerson_Erased_DeletesTheirChoices()
    {
        await JoinBothAsync();
        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await World.EraseAsync(Anna);

        Assert.That(await World.ReadAsync(db => db.NotWith.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task OneselfOrTheSamePersonTwice_AddsNothing()
    {
        await World.JoinAsync(Anna);
        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        await World.SayAsync(Anna, $"not with {Bas.UserPrincipalName}");

        Assert.That(await World.SayAsync(Anna, $"liever niet met {Anna.UserPrincipalName}"), Does.Contain(Dutch.NotFound));
        Assert.That(await OthersAsync(Anna), Is.EqualTo(new[] { Bas.ObjectId.ToString() }));
    }

    [Test]
    public async Task SomebodyElsesCard_CannotTakeBackChoices()
    {
        await JoinBothAsync();
        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        var card = World.FromBot(Anna)[^1].CardJson!;

        var answer = await World.ClickAsync(Bas, World.FromBot(Bas)[^1], card, Verbs.TakeBackNotWith, Ticked(card));

        Assert.That(answer.CardJson, Does.Contain(Texts.For("nl").State.NotYours.Heading));
        Assert.That(await OthersAsync(Anna), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task MoreChoicesThanTheMaximum_AreRefused()
    {
        await World.JoinAsync(Anna);
        var anna = Anna.ObjectId.ToString();
        await World.WriteAsync(db =>
        {
            db.NotWith.AddRange(Enumerable.Range(0, DoNotMatchList.Most).Select(number =>
                new DoNotMatchRow
                {
                    Id = Guid.CreateVersion7(FirstRound.Invited.AddMinutes(number)), PersonId = anna, OtherKey = $"{number}",
                }));
            return Task.CompletedTask;
        });

        Assert.That(await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}"), Does.Contain(Dutch.TooMany));
    }

    [Test]
    public async Task BeforeJoining_SaysToJoinFirst()
    {
        await World.InstallAsync(Anna);

        Assert.That(await World.SayAsync(Anna, "liever niet met"), Does.Contain(Texts.For("nl").JoinFirst.Line));
    }

    private async Task JoinBothAsync()
    {
        await World.JoinAsync(Anna);
        await World.JoinAsync(Bas);
    }

    private async Task TakeBackAllAsync(Person person) =>
        Assert.That(
            await World.ClickAsync(person, Verbs.TakeBackNotWith, Ticked(await World.SayAsync(person, "niet met"))),
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
            seen[words] = await World.SayAsync(Bas, words);
        }

        var asked = await World.SayAsync(Bas, $"liever niet met {Anna.UserPrincipalName}");
        seen["liever niet met Anna"] = Regex.Replace(asked, "0[0-9a-f]{7}-[0-9a-f-]{27}", "row");
        await TakeBackAllAsync(Bas);
        seen["export"] = await ExportAsync(Bas);
        return seen;
    }

    private Task<string> ExportAsync(Person person) => World.ExportAsTextAsync(person);

    private Task<int> MeetingsAsync() => World.ReadAsync(db => db.Meetings.CountAsync());

    private Task<List<string?>> OthersAsync(Person person) =>
        World.ReadAsync(db => db.NotWith.Where(row => row.PersonId == person.ObjectId.ToString()).Select(row => row.OtherId).ToListAsync());
}
