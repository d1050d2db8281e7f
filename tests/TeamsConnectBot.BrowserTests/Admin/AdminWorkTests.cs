using System.Text;
using Microsoft.Playwright;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.BrowserTests.Admin;

/// <summary>What admins and the works council do, by keyboard, with and without scripts.</summary>
[TestFixture]
internal sealed class AdminWorkTests : AdminPageTest
{
    [Test]
    public async Task Keyboard_Alone_StopsAndResumesEverything()
    {
        await OpenAsync();
        Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();

        await TabToAsync("Nu alles stoppen");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Alles staat stil" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Alles is gestopt.");
        await TabToAsync("Weer verder");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Alles staat stil" })).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Keyboard_FirstTab_SkipsToTheContent()
    {
        await OpenAsync();

        await GoAsync("/admin/rules");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator("main:focus")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Typing_InvalidValue_ShowsTheErrorInTheListAndAtTheField()
    {
        const string says = "Vul bij ‘Weken tussen twee uitnodigingen’ een getal van 0 tot 26 in.";
        await OpenAsync();
        await GoAsync("/admin/rules/long-time-no-contact");

        await Expect(Page.Locator("#cadenceWeeks")).ToBeHiddenAsync();
        await Page.Locator("#check .sentence a", new() { HasText = "hooguit eens per 2 weken" }).ClickAsync();
        await Page.Locator("#cadenceWeeks").FillAsync("99");
        await Expect(Page.Locator("#check")).ToContainTextAsync(says);
        await Expect(Page.Locator("#cadenceWeeks-note")).ToHaveTextAsync(says);
        await Expect(Page.Locator("#cadenceWeeks-note")).ToBeVisibleAsync();
        await Expect(Page.Locator("#cadenceWeeks")).ToHaveAttributeAsync("aria-invalid", "true");
        await Page.Locator("#check li a").ClickAsync();
        await Expect(Page.Locator("#cadenceWeeks")).ToBeFocusedAsync();
        await Page.Locator("#cadenceWeeks").FillAsync("3");

        await Expect(Page.Locator("#check")).ToContainTextAsync("hooguit eens per 3 weken");
        await Expect(Page.Locator("#cadenceWeeks-note")).ToBeHiddenAsync();
        await Expect(Page.Locator("#cadenceWeeks")).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Test]
    public async Task Condition_AboutDepartments_OffersThoseOfTheDirectory_AndWarnsAboutOthers()
    {
        await OpenAsync();
        await GoAsync("/admin/rules/new");

        await Page.Locator("#Key0").SelectOptionAsync("departmentIn");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Voeg toe" }).ClickAsync();
        var boxes = Page.GetByRole(AriaRole.Group, new() { Name = "Afdelingen" }).GetByRole(AriaRole.Checkbox);
        Assert.That(await boxes.CountAsync(), Is.GreaterThan(0));
        await boxes.First.CheckAsync();
        await Page.Locator("#Value0").FillAsync("Bestaatniet");

        await Expect(Page.Locator("#Value0-note")).ToContainTextAsync("Klopt de naam?");
        await Expect(Page.Locator("#check .sentence")).ToContainTextAsync("mensen van een van de afdelingen");
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);
    }

    [Test]
    public async Task Conditions_WithoutScripts_AreNestedByClicks_AndTheSentenceOpensItsPart([Values(390, 1280)] int width)
    {
        await OpenAsync(scripts: false, width: width);
        await GoAsync("/admin/rules/new");

        await Page.Locator("#NameNl").FillAsync("Getypt");
        await Page.Locator("#Key0").SelectOptionAsync("askedThemselves");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Voeg toe" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Zet in een groep Voorwaarde 1" }).ClickAsync();
        await Page.Locator("#Key0-1").SelectOptionAsync("officeDaysAtLeast");
        await Page.Locator("#Row0-1").GetByRole(AriaRole.Button, new() { Name = "Voeg toe" }).ClickAsync();
        await Page.Locator("#Value0-1").FillAsync("2");
        await Page.Locator("#Key1").SelectOptionAsync("newcomerDaysAtMost");
        await Page.Locator("#Row1").GetByRole(AriaRole.Button, new() { Name = "Voeg toe" }).ClickAsync();
        await Page.Locator("#Value1").FillAsync("30");
        await Page.Locator("#Value1").PressAsync("Enter");

        await Expect(Page.Locator("#Id-note")).ToContainTextAsync("Kies een kort id");
        await Expect(Page.Locator("#NameNl")).ToHaveValueAsync("Getypt");
        await Expect(Page.Locator(".sentence").First).ToContainTextAsync(
            "mensen die hooguit 30 dagen geleden begonnen en (ofwel die 2 dagen of meer op kantoor zijn deze week, "
            + "ofwel die er zelf om vroegen)");
        await Expect(Page.Locator("#Offer")).ToBeHiddenAsync();
        await Page.Locator("#check .sentence a[href='#Offer']").ClickAsync();
        await Expect(Page.Locator("#Offer")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Session_LostBeforeSaving_HasWhatWasTyped_AfterSigningInAgain()
    {
        const string rule = "/admin/rules/remote-and-rarely-met";
        await OpenAsync();
        await GoAsync(rule);
        await Page.Locator("#WhyNl").FillAsync("Dit tikte ik net.");
        await Page.Context.ClearCookiesAsync(new() { Name = "connectbot-session" });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Concept bewaren" }).ClickAsync();
        await SignInAsync(TenantRoles.Admin);

        await Expect(Page.Locator(".note.warn[role=status]")).ToBeVisibleAsync();
        await Expect(Page.Locator("#WhyNl")).ToHaveValueAsync("Dit tikte ik net.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Concept bewaren" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Bewaard als concept.");

        // Nothing stays once it arrived.
        await Page.WaitForFunctionAsync("() => sessionStorage.length === 0");
    }

    [TestCase("/admin/rules/everybody", "#WhyNl", "Concept bewaren", "Bewaard als concept.")]
    [TestCase("/admin/contacts", "#name0", "Lijst bewaren", "Opgeslagen.")]
    [TestCase(
        "/admin/texts?language=nl", "#offers-walk-question", "Voorbeeld bekijken: Wandeling: de vraag op de uitnodiging",
        "Het is nog niet in gebruik.")]
    public async Task Leaving_FormWithChanges_AsksForConfirmationUnlessSaved(string path, string field, string save, string says)
    {
        var asked = 0;
        await OpenAsync();
        await GoAsync(path);
        Page.Dialog += (_, dialog) =>
        {
            asked++;
            Assert.That(dialog.Type, Is.EqualTo("beforeunload"));
            _ = dialog.DismissAsync();
        };

        await Page.Locator(field).PressSequentiallyAsync(" erbij");
        await Page.GetByRole(AriaRole.Link, new() { Name = "OR-verslag" }).ClickAsync();
        await Expect(Page.Locator(field)).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(" erbij"));
        Assert.That(asked, Is.EqualTo(1), "confirmation was asked");
        await Page.GetByRole(AriaRole.Button, new() { Name = save, Exact = true }).ClickAsync();
        await Expect(Page.Locator("main")).ToContainTextAsync(says);

        Assert.That(asked, Is.EqualTo(1), "saving does not ask for confirmation");
    }

    [Test]
    public async Task OwnText_WithoutScripts_IsPreviewedBeforeItIsUsed()
    {
        await OpenAsync(scripts: false);
        await GoAsync("/admin/texts?language=nl");

        await Page.Locator("#offers-lunch-question").FillAsync("Samen aan tafel?");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".typed")).ToContainTextAsync("Het is nog niet in gebruik.");
        await Expect(Page.Locator(".typed .ac-heading")).ToHaveTextAsync("Samen aan tafel?");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Nu gebruiken: Lunch: de vraag op de uitnodiging" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Opgeslagen.");
        await Expect(Page.Locator("#offers-lunch-question")).ToHaveValueAsync("Samen aan tafel?");
    }

    [Test]
    public async Task Rule_WithoutScripts_IsDraftedAndPublished()
    {
        await OpenAsync(scripts: false);
        await GoAsync("/admin/rules/everybody");

        await Page.Locator("#WhyNl").FillAsync("Omdat koffie samen lekkerder is.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Concept bewaren" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Bewaard als concept.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Publiceren" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Gepubliceerd. Het geldt vanaf de volgende ronde.");
        await GoAsync("/admin/rules");
        await Expect(Page.GetByText("Omdat koffie samen lekkerder is.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task DryRun_Started_ShowsItsOutcome()
    {
        await OpenAsync(TenantRoles.WorksCouncil);
        await GoAsync("/admin/rules/everybody/try");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Proberen" }).ClickAsync();

        await Expect(Page.Locator("#outcome")).ToContainTextAsync("Er doen te weinig mensen mee");
    }

    [Test]
    public async Task Report_Printed_HasNoNavigation()
    {
        await OpenAsync(TenantRoles.WorksCouncil);
        await GoAsync("/admin/report");

        var pdf = await Page.PdfAsync(new() { Format = "A4" });
        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.That(Encoding.ASCII.GetString(pdf, 0, 5), Is.EqualTo("%PDF-"));
        Assert.That(pdf, Has.Length.GreaterThan(10_000));
        await Expect(Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Expect(Page.Locator(".no-print")).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "OR-verslag" })).ToBeVisibleAsync();
    }
}
