using Microsoft.Playwright;
using NodaTime;
using TeamsConnectBot.BrowserTests.Demo;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests;

/// <summary>Sitting in two chairs: from choosing people to the meeting in both calendars.</summary>
[TestFixture]
internal sealed class TwoChairsTests : PageTest
{
    [Test]
    public async Task Page_WithoutParameters_SeatsTwoPeopleFromOneOffice()
    {
        await OpenAsync(query: "lang=en");

        await Expect(Page.GetByLabel("Who sits on the left?")).ToHaveValueAsync("Anouk van der Meer");
        await Expect(Page.GetByLabel("Who sits on the right?")).ToHaveValueAsync("Daniel O’Connor");
        await Expect(Page.Locator("#clock time")).ToHaveTextAsync("Monday 23 November at 09:00");
    }

    [Test]
    public async Task Chair_SearchedByPartOfAName_SeatsThatPerson()
    {
        await OpenAsync();

        await Page.GetByLabel("Wie zit rechts?").FillAsync("bakker fin");
        await Page.GetByRole(AriaRole.Option, new() { Name = "Jeroen Bakker" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Stoel rechts: Jeroen Bakker" })).ToBeVisibleAsync();
        await Expect(Chair(1)).ToContainTextAsync("Jeroen Bakker heeft de app nog niet.");
        Assert.That(Page.Url, Does.Contain("right=jeroen"));
        Assert.That(Sandbox.Bot.Seated.Keys, Is.EquivalentTo([DemoTenant.Anouk, DemoTenant.Daniel, "jeroen"]));
    }

    [Test]
    public async Task Install_InAChair_ShowsTheWelcomeCardInThePersonsLanguage()
    {
        await OpenAsync();

        await Chair(1).GetByRole(AriaRole.Button, new() { Name = "App installeren" }).ClickAsync();

        await Expect(Chair(1).Locator(".ac-adaptiveCard")).ToContainTextAsync("Coffee with a colleague");
        await Expect(Chair(1).Locator(".ac-adaptiveCard strong")).ToHaveTextAsync("Fatima");
        await Expect(Chair(0).Locator(".ac-adaptiveCard")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Calendar_WithAnInvitation_ShowsTheOfferedMomentsOfBoth()
    {
        await OpenAsync();
        await InviteBothAsync();

        await Expect(Chair(0).Locator(".day li.offer")).ToHaveCountAsync(3);
        await Expect(Chair(0).Locator(".day").Nth(2).Locator("li.offer")).ToContainTextAsync("12:30");
        await Expect(Chair(1).Locator(".day").Nth(3).Locator("li.offer")).ToContainTextAsync("14:30");
        await Expect(Chair(0).Locator(".day li.busy")).ToHaveCountAsync(8);
    }

    [Test]
    public async Task Calendar_WithTheMeetingInAnotherWeek_LeadsThere()
    {
        await OpenAsync();
        Sandbox.Tenant.Calendar.Create(new CalendarEvent
        {
            Id = "later", Organiser = Sandbox.Tenant.Identity.ServiceMailbox, Subject = "Koffie",
            Start = DemoTenant.Start + Duration.FromDays(8), End = DemoTenant.Start + Duration.FromDays(8) + Duration.FromMinutes(20),
            Created = DemoTenant.Start, Modified = DemoTenant.Start,
            Attendees = [new EventAttendee("anouk@sandbox.example", "Anouk van der Meer")],
        });

        await Button(Chair(0), "Koffie: di 1 dec 09:00, in een andere week").ClickAsync();

        await Expect(Chair(0).Locator("h3")).ToHaveTextAsync("week van ma 30 nov");
        await Expect(Chair(0).Locator(".day").Nth(1).Locator("li.bot")).ToContainTextAsync("Koffie");
        await Expect(Chair(1).Locator("h3")).ToHaveTextAsync("week van ma 30 nov");
    }

    [Test]
    public async Task Event_Opened_CanPutTheOtherPersonInTheOtherChair()
    {
        await OpenAsync();
        Sandbox.Tenant.Calendar.Create(new CalendarEvent
        {
            Id = "soon", Organiser = Sandbox.Tenant.Identity.ServiceMailbox, Subject = "Koffie",
            Start = DemoTenant.Start + Duration.FromHours(4), End = DemoTenant.Start + Duration.FromHours(4.5),
            Created = DemoTenant.Start, Modified = DemoTenant.Start,
            Attendees = [new("anouk@sandbox.example", "Anouk van der Meer"), new("jeroen@sandbox.example", "Jeroen Bakker")],
        });

        await Chair(0).Locator(".day li.bot button").ClickAsync();
        await Button(Page.GetByRole(AriaRole.Dialog), "Zet Jeroen Bakker op de andere stoel").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Stoel rechts: Jeroen Bakker" })).ToBeVisibleAsync();
        await Expect(Chair(1).Locator(".day li.bot")).ToContainTextAsync("Koffie");
    }

    [Test]
    public async Task Clock_AdvanceFails_ShowsAnError()
    {
        await OpenAsync(before: page =>
            page.RouteAsync("**/clock/next", route => route.FulfillAsync(new() { Status = 200, Body = "not json" })));

        await Button(Page.Locator("#clock"), "Volgende gebeurtenis").ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Alert).And(Page.Locator("#problem"))).ToContainTextAsync("De bot antwoordt niet.");
    }

    [Test]
    public async Task Language_Switched_ChangesThePageButNotTheBot()
    {
        await OpenAsync();
        await InviteBothAsync();

        await Button(Page.Locator("header.top"), "EN").ClickAsync();

        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(Button(Page.Locator("#clock"), "Next event")).ToBeVisibleAsync();
        await Expect(Button(Chair(0), "Ja, graag")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Event_DeclinedInOutlook_IsStruckThroughForThatPersonOnly()
    {
        await OpenAsync();
        await InviteBothAsync();
        await Chair(0).GetByLabel("do 14:30–14:50").CheckAsync();
        await Button(Chair(0), "Ja, graag").ClickAsync();
        await Chair(1).GetByLabel("Thu 14:30–14:50").CheckAsync();
        await Button(Chair(1), "Yes, please").ClickAsync();
        await Expect(Button(Chair(1), "Take back")).ToBeVisibleAsync();
        await Button(Page.Locator("#clock"), "Volgende gebeurtenis").ClickAsync();

        await Chair(0).Locator(".day li.bot button").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Koffie" });
        await Expect(dialog).ToContainTextAsync("Daniel O’Connor");
        await Button(dialog, "Afwijzen in Outlook").ClickAsync();

        await Expect(Chair(0).Locator(".day li.bot.declined")).ToHaveCountAsync(1);
        await Expect(Chair(1).Locator(".day li.bot.declined")).ToHaveCountAsync(0);
    }
}
