using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Data;
using TeamsConnectBot.Figures;
using TeamsConnectBot.Rules.Experiments;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>
/// A trial's comparison is published in steps. A step is published only when closed weeks have added enough people, and is never withdrawn.
/// </summary>
internal sealed class TrialStepTests : AdminTests
{
    private const string Address = "/admin/rules/everybody/trial";
    private const string NotYet = "Not enough people yet.";

    [SetUp]
    public Task EmptyAsync() => World.WriteAsync(async db =>
    {
        await db.Trials.ExecuteDeleteAsync();
        await db.Invitations.ExecuteDeleteAsync();
        await db.Members.ExecuteDeleteAsync();
        await db.Meetings.ExecuteDeleteAsync();
        await db.Rounds.ExecuteDeleteAsync();
        await db.Publications.ExecuteDeleteAsync();
        await db.Participants.Where(person => person.PersonId.StartsWith("p-")).ExecuteDeleteAsync();
    });

    [Test]
    public async Task Comparison_BeforeAndAfterOneMoreAnswer_IsTheSame()
    {
        await BeginAsync((30, 12), (30, 18));
        await PublishAsync();
        var before = await LookAsync();

        await AnswerMetAsync();
        var after = await LookAsync();
        await PublishAsync();

        Assert.That(before, Does.Contain("40 %").And.Contain("60 %"));
        Assert.That((after, await LookAsync()), Is.EqualTo((before, before)));
    }

    [Test]
    public async Task AnswerAfterTheWeekClosed_DoesNotCompleteAStep()
    {
        await BeginAsync((30, 9), (30, 18));
        await PublishAsync();

        await AnswerMetAsync();
        await PublishAsync();

        Assert.That(await LookAsync(), Does.Contain(NotYet));
    }

    [Test]
    public async Task Comparison_AppearsWithTheFirstStep_AndStays()
    {
        await BeginAsync((30, 9), (30, 18));
        await PublishAsync();
        Assert.That(await LookAsync(), Does.Contain(NotYet));

        await TrialRows.AddWeekAsync(World, weeksAgo: 1, (10, 7), (10, 2));
        await World.AdvanceAsync(TimeSpan.FromDays(7));
        await PublishAsync();
        var appeared = await LookAsync();
        await World.WriteAsync(db => db.Invitations.Where(row => row.ConnectionId != null).ExecuteDeleteAsync());
        await World.AdvanceAsync(TimeSpan.FromDays(7));
        await PublishAsync();

        // Of 40 people invited by each version, 16 and 20 met.
        Assert.That(appeared, Does.Contain("40 %").And.Contain("50 %").And.Not.Contain(NotYet));
        Assert.That(await LookAsync(), Is.EqualTo(appeared), "the comparison must stay, even after everyone who met has left");
    }

    [Test]
    public async Task NextStep_NeedsTenMorePeoplePerVersion([Values(false, true)] bool enough)
    {
        await BeginAsync((30, 12), (30, 18));
        await PublishAsync();
        var before = await LookAsync();

        // With nine, subtracting one step from the next would give a figure about only nine people; the group minimum is ten.
        await TrialRows.AddWeekAsync(World, weeksAgo: 1, (30, enough ? 10 : 9), (30, 15));
        await World.AdvanceAsync(TimeSpan.FromDays(7));
        await PublishAsync();

        Assert.That(await LookAsync(), enough ? Does.Contain("37 %").And.Contain("55 %") : Is.EqualTo(before));
    }

    [Test]
    public async Task Steps_AreKeptAndShownAsABandEach_AlsoThoseOfBefore([Values] bool isFromBefore)
    {
        await BeginAsync((30, 12), (30, 18));
        await PublishAsync();
        if (isFromBefore)
        {
            // A trial of an earlier version of the service has the counts of its newest step only.
            await World.WriteAsync(async db => (await db.Trials.SingleAsync()).Steps = null);
        }

        await TrialRows.AddWeekAsync(World, weeksAgo: 1, (30, 10), (30, 15));
        await World.AdvanceAsync(TimeSpan.FromDays(7));
        await PublishAsync();
        var page = (await (await SignedInAsync(Reader)).OpenAsync(Address)).Body;

        // Of 30 and then 60 people invited by each version, 12 and 22, and 18 and 33, met.
        string[] shares = ["40% 37%", "60% 55%"];
        var pictures = Regex.Matches(page, "<svg class=\"chart\".*?</svg>").Select(match => match.Value).ToList();
        Assert.That(pictures.Select(ValuesOn), Is.EqualTo(shares));
        Assert.That(pictures.Select(svg => Regex.Count(svg, "<rect class=\"spread\"")), Is.EqualTo(new[] { 2, 2 }));
        Assert.That(page, Does.Match("<td class=\"number\">40 % \\(25 % (–|&#x2013;) 58 %\\)</td>"));
    }

    [Test]
    public async Task FewPeopleInvitedByAnotherRule_WhomTheFiguresWouldReveal_DelayTheStep([Values(0, 1)] int beside)
    {
        await TrialRows.BeginAsync(World, weeksAgo: 5);
        await TrialRows.AddWeekAsync(World, weeksAgo: 4, (30, 12), (30, 18), beside);

        await PublishAsync();

        Assert.That(await LookAsync(), beside == 0 ? Does.Contain("40 %") : Does.Contain(NotYet));
    }

    [TestCase(1, 50, 20, false, TestName = "AnotherRule_FewOfThePoolBesideManyOfAnother_DelaysTheStep")]
    [TestCase(0, 1, 1, true, TestName = "AnotherRule_OnlyFewOfAnotherPool_DelaysNothing")]
    public async Task AnotherRule(int beside, int invited, int met, bool appears)
    {
        await TrialRows.BeginAsync(World, weeksAgo: 5);
        await TrialRows.AddWeekAsync(World, weeksAgo: 4, (30, 12), (30, 18), beside);
        await TrialRows.AddOtherPoolAsync(World, weeksAgo: 4, invited, met);

        await PublishAsync();

        Assert.That(await LookAsync(), appears ? Does.Contain("40 %") : Does.Contain(NotYet));
    }

    [TestCase("everyone", 9, true, TestName = "WeeksInTheFigures_OfEverybodyInvited_MakeAStep")]
    [TestCase("everyone", 3, false, TestName = "WeeksInTheFigures_WithANewcomerWhomTheyLeaveOut_MakeNoStep")]
    [TestCase("other", 9, false, TestName = "WeeksInTheFigures_WithSomebodyOfAnotherPool_MakeNoStep")]
    public async Task WeeksInTheFigures(string pool, int joinedWeeksAgo, bool appears)
    {
        await TrialRows.BeginAsync(World, weeksAgo: 5);
        await TrialRows.AddWeekAsync(World, weeksAgo: 4, (30, 12), (30, 18));
        await TrialRows.AddWeekAsync(World, weeksAgo: 3, (30, 12), (30, 18));
        await TrialRows.AddParticipantsAsync(World, "p-3-everybody-2-29", pool, joinedWeeksAgo);

        await PublishFiguresAsync();
        await PublishAsync();

        Assert.That(await LookAsync(), appears ? Does.Contain("40 %") : Does.Contain(NotYet));
    }

    [TestCase("p-2-everybody-2-29", TestName = "Week_OfWhichSomebodyInvitedHasLeftSinceTheFigures_MakesNoStep")]
    [TestCase("p-2-everybody-2-0", TestName = "Week_OfWhichSomebodyWhoMetHasLeftSinceTheFigures_MakesNoStep")]
    public async Task Leaver(string person)
    {
        await BeginAsync((30, 12), (30, 18));
        await TrialRows.AddParticipantsAsync(World);
        await PublishFiguresAsync();

        await World.WriteAsync(async db =>
        {
            await db.Participants.Where(row => row.PersonId == person).ExecuteDeleteAsync();
            await db.Members.Where(row => row.PersonId == person).ExecuteDeleteAsync();
            await db.Invitations.Where(row => row.PersonId == person).ExecuteDeleteAsync();
        });
        await PublishAsync();

        Assert.That(await LookAsync(), Does.Contain(NotYet));
    }

    [Test]
    public async Task AnswerAfterTheFigures_IsNotInTheComparison()
    {
        await BeginAsync((30, 12), (30, 18));
        await TrialRows.AddParticipantsAsync(World);
        await PublishFiguresAsync();

        await AnswerMetAsync();
        await PublishAsync();

        Assert.That(await LookAsync(), Does.Contain("40 %").And.Contain("60 %"));
    }

    [Test]
    public async Task WeekWhosePeopleAreForgotten_MakesNoStep()
    {
        await BeginAsync((30, 12), (30, 18));
        await TrialRows.AddParticipantsAsync(World);
        await PublishFiguresAsync();
        await World.WriteAsync(db => db.Publications.ExecuteUpdateAsync(set => set.SetProperty(row => row.Counted, (string?)null)));

        await PublishAsync();

        Assert.That(await LookAsync(), Does.Contain(NotYet));
    }

    [Test]
    public async Task Figures_OfAWeekThatIsInAStep_AreNotAddedLater()
    {
        await BeginAsync((30, 12), (30, 18));
        await PublishAsync();
        await TrialRows.AddParticipantsAsync(World);

        var compared = await World.Services.GetRequiredService<ExperimentPublisher>().CountedUntilAsync(default);
        await World.Services.GetRequiredService<FigurePublisher>().PublishAsync(compared, default);
        Assert.That(await World.ReadAsync(db => db.Publications.CountAsync()), Is.Zero);

        await PublishFiguresAsync();
        Assert.That(await World.ReadAsync(db => db.Publications.CountAsync()), Is.Not.Zero, "there was something to add");
    }

    [Test]
    public async Task OpenWeek_IsNotCounted()
    {
        await TrialRows.BeginAsync(World, weeksAgo: 5);
        await TrialRows.AddWeekAsync(World, weeksAgo: 1, (30, 12), (30, 18));

        await PublishAsync();

        Assert.That(await LookAsync(), Does.Contain(NotYet));
    }

    private static string ValuesOn(string svg) =>
        string.Join(' ', Regex.Matches(svg, "class=\"value\"[^>]*>([^<]*)<").Select(value => value.Groups[1].Value));

    private async Task BeginAsync((int, int) one, (int, int) other)
    {
        await TrialRows.BeginAsync(World, weeksAgo: 5);
        await TrialRows.AddWeekAsync(World, weeksAgo: 2, one, other);
    }

    /// <summary>Makes a person whom version 2 invited and who had not met anybody report that they did.</summary>
    private Task AnswerMetAsync() => World.WriteAsync(async db =>
    {
        var silent = await db.Invitations.FirstAsync(row => row.RuleNumber == 2 && row.ConnectionId == null);
        var connection = await db.Meetings.FirstAsync();
        silent.ConnectionId = connection.Id;
        db.Members.Add(new MemberRow { ConnectionId = connection.Id, PersonId = silent.PersonId, Nonce = "n", Answer = MemberAnswer.Met });
    });

    private Task PublishAsync() => World.Services.GetRequiredService<ExperimentPublisher>().PublishAsync(default);

    private Task PublishFiguresAsync() => World.Services.GetRequiredService<FigurePublisher>().PublishAsync(null, default);

    private async Task<string> LookAsync() => (await (await SignedInAsync(Reader)).OpenAsync(Address)).Text;
}
