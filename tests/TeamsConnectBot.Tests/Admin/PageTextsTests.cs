using System.Text.RegularExpressions;
using TeamsConnectBot.Admin.Pages.Rules;
using TeamsConnectBot.Admin.Rules;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.DryRuns;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Tests.Admin;

internal sealed class PageTextsTests
{
    [Test]
    public void Languages_HaveTheSameTexts_WithTheSamePlaceholders()
    {
        var (nl, en) = (PageTexts.For("nl"), PageTexts.For("en"));

        Assert.That(nl.Keys, Is.EquivalentTo(en.Keys));
        Assert.That(nl.Keys.Where(key => Placeholders(nl[key]) != Placeholders(en[key])), Is.Empty);
        Assert.That(nl.Keys.Where(key => nl[key].Contains('!') || en[key].Contains('!')), Is.Empty, "no text may have an exclamation mark");
    }

    [Test]
    public void EveryValueThePageShows_HasAText()
    {
        var t = PageTexts.For("nl");
        string[] keys =
        [
            .. Enum.GetNames<AuditAction>().Select(action => "act." + action),
            .. Enum.GetNames<DryRunStep>().Select(step => "try.step." + step),
            .. Enum.GetNames<DryRunRefusal>().Select(refused => "try.refused." + refused),
            .. Enum.GetNames<FirstUseState>().Select(state => "first." + state),
            .. Enum.GetNames<FirstUseBody>().Select(body => "first.who." + body),
            .. ConditionList.Keys.Select(key => "condition." + key),
            .. ConditionList.Keys.Append("group").SelectMany(key => new[] { $"row.{key}", $"row.{key}.is", $"row.{key}.not" }),
            .. Enum.GetNames<RulePart>().Select(part => "edit.wrongPart." + part),
            .. RuleEditModel.Offers.Select(offer => "offer." + offer),
            .. BandWords.All.Select(band => "band." + band),
            .. TextKeys.All.Select(key => "text." + key),
        ];

        Assert.That(keys.Where(key => t.Find(key) is null), Is.Empty);
    }

    [TestCase("nl")]
    [TestCase("en")]
    public void Band_OnThePage_IsCalledAsInTheRulesSentence(string language) => Assert.That(
        RuleText.Condition(new Threshold(Measure.AiUseBand, (int)AiUseBand.Some), language),
        Does.Contain(PageTexts.For(language)["band.some"]));

    [TestCase("nl", AuditAction.ReportSeen, "figures", "", "cijfers")]
    [TestCase("nl", AuditAction.DryRun, "everybody", "everyone, price 3", "everybody everyone, kosten 3")]
    [TestCase("en", AuditAction.DryRun, "everybody", "everyone, price 3", "everybody everyone, cost 3")]
    [TestCase("nl", AuditAction.VoteClosed, "first use", "approved", "het gebruik goedgekeurd")]
    [TestCase("nl", AuditAction.Published, "my-rule 2", "", "my-rule 2")]
    [TestCase(
        "nl", AuditAction.SettingChanged, "holiday", "2020-01-01: Nieuwjaar / New Year",
        "vrije dag 1 januari 2020: Nieuwjaar / New Year")]
    [TestCase("en", AuditAction.SettingChanged, "holiday", "2020-01-01: -", "holiday 1 January 2020: removed")]
    [TestCase("nl", AuditAction.SettingChanged, "holiday", "Wednesday, 01 January 2020: Oud / Old", "vrije dag 1 januari 2020: Oud / Old")]
    [TestCase(
        "nl", AuditAction.SettingChanged, "text", "nl offers.coffee.question: Een bakkie?",
        "tekst ‘Koffie: de vraag op de uitnodiging’ (Nederlands): Een bakkie?")]
    [TestCase(
        "en", AuditAction.SettingChanged, "text", "en invitation.yes: -",
        "text ‘The button 'yes'’ (English): back to the shipped words")]
    [TestCase("nl", AuditAction.SettingChanged, "contacts", "", "contacten terug naar die van de instellingen")]
    [TestCase(
        "nl", AuditAction.ApprovalAsked, "my-rule 2", "NewSignal:  → AiUseBand; LowerMinimum: 10 → 5",
        "my-rule 2 Gebruikt voortaan hoeveel iemand met AI werkt om te kiezen wie een uitnodiging krijgt. "
        + "Telt over minder mensen: 10 → 5.")]
    [TestCase(
        "en", AuditAction.ApprovalAsked, "my-rule 2", "LargerAudience:  → departmentIn Sales",
        "my-rule 2 Is for people, too, for whom the rule was not before: people from the Sales department.")]
    [TestCase("nl", AuditAction.Refused, "signal:CopilotReport", "", "AI-dagen uit het Copilot-gebruiksrapport")]
    [TestCase("nl", AuditAction.FirstUseApproved, "WorksCouncil", "", "de ondernemingsraad")]
    public void AuditEntry_IsInThePagesLanguage(string language, AuditAction action, string subject, string detail, string shown)
    {
        Assert.That(LogWords.About(PageTexts.For(language), Row(action, subject, detail)), Is.EqualTo(shown));
    }

    [TestCase("nl", "‘Een collega om hulp vragen’ in Zorg")]
    [TestCase("en", "‘Asking a colleague for help’ in Zorg")]
    public void AuditEntry_AboutQuestionsInAPool_HasThePoolsName(string language, string shown)
    {
        Assert.That(
            LogWords.About(PageTexts.For(language), Row(AuditAction.Approved, "help:care", ""), pool => pool == "care" ? "Zorg" : pool),
            Is.EqualTo(shown));
    }

    [TestCase(AuditAction.Refused, "my-rule 2", "wees my-rule 2 af")]
    [TestCase(AuditAction.SwitchedOn, "my-rule 2", "zette my-rule 2 aan")]
    [TestCase(AuditAction.EverythingStarted, "", "zette alles weer aan")]
    public void AuditEntry_InOneLine_ReadsAsASentence(AuditAction action, string subject, string says)
    {
        Assert.That(LogWords.Line(PageTexts.For("nl"), Row(action, subject, "")), Is.EqualTo(says));
    }

    [Test]
    public void CustomTexts_EveryKey_ExistsInBothLanguages_AndAppearsOnTheCards()
    {
        foreach (var language in new[] { "nl", "en" })
        {
            Assert.That(TextKeys.All.Select(key => OwnTexts.Problem(language, key, OwnTexts.Shipped(language, key))), Is.All.Null);
        }

        var merged = OwnTexts.Merge("en", [new OwnText { Language = "en", Key = "offers.walk.question", Text = "Shall we walk?" }]);
        Assert.That(merged.Offers.Walk.Question, Is.EqualTo("Shall we walk?"));
        Assert.That(merged.Offers.Coffee.Question, Is.EqualTo(Texts.For("en").Offers.Coffee.Question));
    }

    private static AuditRow Row(AuditAction action, string subject, string detail) => new()
    {
        Number = 1, At = default, ActorId = "", ActorName = "", Offices = "", Action = action, Subject = subject, Detail = detail,
        PreviousHash = "",
    };

    private static string Placeholders(string text) =>
        string.Concat(Regex.Matches(text, @"\{\d\}").Select(placeholder => placeholder.Value).Order());
}
