using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Connections;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Rows;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Two versions of a rule compared in practice, on the page.</summary>
internal sealed class TrialPageTests : AdminTests
{
    private const string Rule = "/admin/rules/everybody";
    private const string Address = Rule + "/trial";

    [OneTimeSetUp]
    public async Task SecondVersionAsync()
    {
        var admin = await SignedInAsync(Admin);
        Assert.That((await admin.OpenAsync(Address)).Text, Does.Contain("There is only one version."));
        var page = await admin.OpenAsync(Rule);
        await admin.PostAsync(Rule + "?handler=Save", PageForm.Fields(page.Body, "handler=Save", ("Form.WhyEn", "Because it is good to talk.")));
        await admin.SubmitAsync(await admin.OpenAsync(Rule), "handler=Publish");
    }

    [SetUp]
    public Task NoTrialAsync() => World.WriteAsync(db => db.Trials.ExecuteDeleteAsync());

    [Test]
    public async Task Trial_BegunByAnAdmin_IsSeenByEverybodyInOffice_AndEndedByTheWorksCouncil()
    {
        var (admin, council, reader) = (await SignedInAsync(Admin), await SignedInAsync(WorksCouncil, "nl"), await SignedInAsync(Reader));
        var started = await admin.OpenAsync((await admin.SubmitAsync(await admin.OpenAsync(Address), "handler=Start", ("other", "1"))).Location!);

        Assert.That(started.Text, Does.Contain("It begins with the next round.").And.Contain("Versions 2 and 1").And.Contain("Not enough people yet."));
        Assert.That((await reader.OpenAsync(Address)).Body, Does.Contain("Versions 2 and 1").And.Not.Contain("handler=End").And.Not.Contain("handler=Start"));
        Assert.That((await admin.OpenAsync("/admin/rules/newcomers-first-month/trial")).Text, Does.Contain("One comparison runs at a time."));

        var ended = await council.OpenAsync((await council.SubmitAsync(await council.OpenAsync(Address), "handler=End")).Location!);
        Assert.That(ended.Text, Does.Contain("Beëindigd."));
        Assert.That(await World.ReadAsync(db => db.Trials.CountAsync(row => row.EndedAt == null)), Is.Zero);
    }

    [Test]
    public async Task Trial_WithEnoughPeople_ShowsMetPerInvitationWithTheirIntervals()
    {
        await WriteAsync(met: 12, otherMet: 31);

        var page = await (await SignedInAsync(Reader)).OpenAsync(Address);

        // Wilson at 12 and 31 of 50, and Newcombe's interval of the difference, by hand.
        Assert.Multiple(() =>
        {
            Assert.That(page.Body, Does.Match("<th scope=\"row\">2</th><td>24 %</td><td>14 % – 37 %</td>"));
            Assert.That(page.Body, Does.Match("<th scope=\"row\">1</th><td>62 %</td><td>48 % – 74 %</td>"));
            Assert.That(page.Text, Does.Contain("The difference is real: it lies between 19 % and 54 %."));
        });
    }

    [Test]
    public async Task Trial_WithAlmostNobodyOnOneSideWhoMet_TellsNothing()
    {
        await WriteAsync(met: 9, otherMet: 31);

        Assert.That((await (await SignedInAsync(Reader)).OpenAsync(Address)).Text, Does.Contain("Not enough people yet.").And.Not.Contain("%"));
    }

    [Test]
    public async Task Trial_ForAReader_CannotBeBegun()
    {
        var (admin, reader) = (await SignedInAsync(Admin), await SignedInAsync(Reader));
        var fields = PageForm.Fields((await admin.OpenAsync(Address)).Body, "handler=Start", ("other", "1"));
        fields["__RequestVerificationToken"] = PageForm.Fields((await reader.OpenAsync("/admin")).Body, "").GetValueOrDefault("__RequestVerificationToken", "");

        await reader.PostAsync(Address + "?handler=Start", fields);

        Assert.That(await World.ReadAsync(db => db.Trials.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Trial_OfNoSuchRule_IsNotFound() =>
        Assert.That((await (await SignedInAsync(Admin)).GetAsync("/admin/rules/no-such/trial")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    /// <summary>A trial with fifty invitations a side, all answered long ago.</summary>
    private Task WriteAsync(int met, int otherMet) => World.WriteAsync(async db =>
    {
        const int Side = 50;
        var now = Instant.FromDateTimeOffset(World.Clock.Now);
        var monday = Week.Of(now - Duration.FromDays(28)).Monday;
        var start = monday.AtMidnight().InUtc().ToInstant();
        await db.Invitations.ExecuteDeleteAsync();
        await db.Members.ExecuteDeleteAsync();
        await db.Connections.ExecuteDeleteAsync();
        db.Trials.Add(new TrialRow { Id = Guid.CreateVersion7(World.Clock.Now), RuleId = "everybody", One = 2, Other = 1, Seed = 1, StartedAt = start - Duration.FromDays(7), StartedById = "a" });
        var connection = new ConnectionRow
        {
            Id = Guid.CreateVersion7(World.Clock.Now), RoundId = Guid.Empty, PoolId = "everyone", State = ConnectionState.Over, Offer = Offer.Coffee, Monday = monday, StartsAt = start, Minutes = 30, Question = 0,
        };
        for (var index = 0; index < 2 * Side; index++)
        {
            var (isOther, number) = (index >= Side, index % Side);
            var hasMet = number < (isOther ? otherMet : met);
            db.Invitations.Add(new Invitation
            {
                Id = Guid.CreateVersion7(World.Clock.Now.AddMilliseconds(index)), RoundId = Guid.Empty, PersonId = $"p-{index:00}", Nonce = "n", Offer = Offer.Coffee, Monday = monday, Gaps = [], Facts = [],
                RuleId = "everybody", RuleNumber = isOther ? 1 : 2, State = hasMet ? InvitationState.Settled : InvitationState.Silent, AnswersUntil = start, SentAt = start, ConnectionId = hasMet ? connection.Id : null,
            });
            if (hasMet)
            {
                connection.Members.Add(new MemberRow { ConnectionId = connection.Id, PersonId = $"p-{index:00}", Nonce = "n", Answer = MemberAnswer.Met });
            }
        }

        db.Connections.Add(connection);
    });
}
