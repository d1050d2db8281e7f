using Microsoft.Playwright;

namespace TeamsConnectBot.BrowserTests;

/// <summary>The accessibility of the page: by keyboard, with a screen reader, on a phone and in dark mode.</summary>
[TestFixture]
internal sealed class AccessTests : PageTest
{
    [Test]
    public async Task Keyboard_Alone_InstallsJoinsAndMovesTheClock()
    {
        await OpenAsync();

        await TabToAsync("Gezien");
        await Page.Keyboard.PressAsync("Enter");
        Assert.That(await Page.EvaluateAsync<string>("() => document.activeElement.innerText"), Is.EqualTo("Voor allebei"));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Button(Chair(0), "Meedoen")).ToBeVisibleAsync();
        await TabToAsync("Meedoen");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Chair(0)).ToContainTextAsync("Je doet mee.");
        await Expect(Chair(0).Locator(".message:focus")).ToHaveCountAsync(1);
        await TabToAsync("Join");
        await Page.Keyboard.PressAsync("Space");
        await Expect(Chair(1)).ToContainTextAsync("You take part.");
        await TabToAsync("Volgende gebeurtenis");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Chair(0).GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(3);
        await Expect(Page.Locator("#status")).ToContainTextAsync("Het is nu maandag 23 november om 10:00.");
    }

    [Test]
    public async Task Keyboard_InThePicker_ChoosesWithArrowsAndLeavesWithEscape()
    {
        await OpenAsync();
        var who = Page.GetByRole(AriaRole.Combobox, new() { Name = "Wie zit links?" });

        await who.FocusAsync();
        await Page.Keyboard.TypeAsync("utrecht");
        await Expect(Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(who).ToHaveValueAsync("Fatima el Idrissi");

        await Page.Keyboard.TypeAsync("x");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(who).ToHaveValueAsync("Fatima el Idrissi");
        await Expect(who).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Test]
    public async Task NarrowScreen_360Wide_NeverScrollsSideways([Values("nl", "en")] string language)
    {
        await OpenAsync(width: 360, query: $"left=anouk&right=daniel&lang={language}");
        await InviteBothAsync();

        Assert.That(await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(360));
    }

    [Test]
    public async Task NarrowScreen_Tabs_ShowOneChairAtATime()
    {
        await OpenAsync(width: 360);

        await Expect(Chair(0)).ToBeVisibleAsync();
        await Expect(Chair(1)).ToBeHiddenAsync();
        await Page.GetByRole(AriaRole.Tab, new() { Name = "Anouk van der Meer" }).FocusAsync();
        await Page.Keyboard.PressAsync("ArrowRight");
        await Expect(Chair(1)).ToBeVisibleAsync();
        await Expect(Chair(0)).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Tab, new() { Name = "Daniel O’Connor" })).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Test]
    public async Task Text_InLightAndDark_HasAContrastOfAtLeastFourAndAHalf(
        [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        await OpenAsync(scheme: scheme);
        await InviteBothAsync();
        await Button(Chair(0), "Ja, graag").ClickAsync();
        await Expect(Chair(0).GetByText("Tik ten minste één moment aan.")).ToBeVisibleAsync();

        Assert.That(await Page.EvaluateAsync<string[]>(PageRules.LowContrast), Is.Empty);
    }

    [Test]
    public async Task Page_WithCardsAndChannel_HasNoAccessibilityViolations(
        [Values("nl", "en")] string language, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme,
        [Values(390, 1280)] int width)
    {
        await OpenAsync(width, scheme, $"left=anouk&right=daniel&lang={language}");
        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);

        await InviteBothAsync();

        Assert.That(await Accessibility.ViolationsAsync(Page), Is.Empty);
    }

    [Test]
    public async Task Landmarks_ForScreenReaders_NameBothChairsChatsAndCalendars()
    {
        await OpenAsync();

        await Expect(Page.GetByRole(AriaRole.Banner)).ToHaveCountAsync(1);
        await Expect(Page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        foreach (var name in new[] { "Anouk van der Meer", "Daniel O’Connor" })
        {
            await Expect(Page.GetByRole(AriaRole.Log, new() { Name = $"Gesprek van {name} met de bot" })).ToBeVisibleAsync();
            await Expect(Page.GetByRole(AriaRole.Region, new() { Name = $"Agenda van {name}" })).ToBeVisibleAsync();
        }
    }

    private async Task TabToAsync(string name)
    {
        const string Focused = "() => { const e = document.activeElement; return e?.ariaLabel || e?.innerText?.trim() || ''; }";
        for (var press = 0; press < 120; press++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<string>(Focused) == name)
            {
                return;
            }
        }

        Assert.Fail($"The Tab key never reached '{name}'.");
    }
}
