using System.Net;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Organisation;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>The page with the topics that people choose from, and where they appear.</summary>
internal sealed class TopicsPageTests : AdminTests
{
    [Test]
    public async Task Topics_SavedOnThePage_AreWhatPeopleChooseFrom_AndAnEmptyListRestoresTheShippedOnes()
    {
        var (admin, person) = (await SignedInAsync(Admin), Nobody);
        var page = await admin.OpenAsync("/admin/topics");
        Assert.That(page.Text, Does.Contain("This is the shipped list."));
        Assert.That(page.Body, Does.Contain("value=\"Sport en bewegen\""));
        var shipped = Topics(page, ("Muziek", "Music", "Music"), ("Zeilen", "Sailing", ""));

        var preview = await admin.PostAsync("/admin/topics?handler=Preview", shipped);
        Assert.That(
            preview.Text,
            Does.Contain("It is not in use yet: save the list to have it count.").And.Contain("Zeilen").And.Contain("Sailing"));
        await admin.PostAsync("/admin/topics?handler=Save", shipped);
        await World.JoinAsync(person);
        await World.SayAsync(person, "voorkeuren");
        var card = await World.ClickAsync(person, Verbs.OpenTopics);
        var keys = await World.ReadAsync(db => db.ListedTopics.OrderBy(row => row.Position).Select(row => row.Key).ToListAsync());
        var saved = await World.ClickAsync(
            person, Verbs.SaveTopics,
            new() { [Inputs.Topics] = $"{keys[1]}", [Inputs.LearnTopics] = $"{keys[0]},{keys[1]}" });
        await admin.PostAsync("/admin/topics?handler=Save", Topics(page));
        var restored = await World.ClickAsync(person, Verbs.OpenPreferences);

        Assert.Multiple(() =>
        {
            Assert.That(keys[0], Is.EqualTo("Music"), "a topic keeps its key, so that choices stay");
            Assert.That(card, Does.Contain("Zeilen").And.Not.Contain("Reizen"));
            Assert.That(saved, Does.Contain(Texts.For("nl").Preferences.Saved));
            Assert.That(restored, Does.Contain("Waarover je wilt leren: Muziek.").And.Not.Contain("Zeilen"));
        });
        Assert.That((await admin.OpenAsync("/admin/log")).Text, Does.Contain("Zeilen / Sailing"));
    }

    [TestCase("Zeilen", "", "en2", "in both languages")]
    [TestCase("?!", "Sailing", "nl2", "in both languages")]
    [TestCase("Zeilen, varen", "Sailing", "nl2", "in two rows")]
    [TestCase("Zei\tlen", "Sailing", "nl2", "on one line")]
    [TestCase("[Zeilen](https://evil.example)", "Sailing", "nl2", "write plain words")]
    [TestCase("zeer lange onderwerpen passen niet op een kaart", "Sailing", "nl2", "longer than 40 characters")]
    [TestCase("Muziek", "Sailing", "nl2", "on the list already")]
    public async Task Topic_WithInvalidFields_IsRefusedAtItsField_AndStaysAsTyped(string nl, string en, string at, string says)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync(
            "/admin/topics?handler=Save",
            Topics(await admin.OpenAsync("/admin/topics"), ("Muziek", "Music", "Music"), ("Lezen", "Reading", ""), (nl, en, "")));

        Assert.That(answer.Text, Does.Contain("The list was not saved."));
        Assert.That(answer.NoteAt(at), Does.Contain(says));
        Assert.That(WebUtility.HtmlDecode(answer.Body), Does.Contain($"value=\"{nl}\""));
        Assert.That((await admin.OpenAsync("/admin/topics")).Text, Does.Contain("This is the shipped list."));
    }

    [TestCase("Preview", "Sailing")]
    [TestCase("Save", "")]
    public async Task Topics_ChangedInAnotherTab_ThenPreviewedOrCorrected_AreNotOverwrittenUnseen(string handler, string english)
    {
        var admin = await SignedInAsync(Admin);
        var (first, second) = (await admin.OpenAsync("/admin/topics"), await admin.OpenAsync("/admin/topics"));

        await admin.PostAsync("/admin/topics?handler=Save", Seen(first, ("Muziek", "Music", "Music")));
        var shown = await admin.PostAsync($"/admin/topics?handler={handler}", Seen(second, ("Zeilen", english, "")));
        var refused = await admin.PostAsync("/admin/topics?handler=Save", Seen(shown, ("Zeilen", "Sailing", "")));
        var between = await admin.OpenAsync("/admin/topics");
        var saved = await admin.PostAsync("/admin/topics?handler=Save", Seen(refused, ("Zeilen", "Sailing", "")));
        await admin.PostAsync("/admin/topics?handler=Save", Topics(first));

        Assert.That(refused.Text, Does.Contain("The list was not saved: somebody else, or you in another tab, changed it meanwhile."));
        Assert.That(between.Body, Does.Contain("value=\"Muziek\"").And.Not.Contain("value=\"Zeilen\""));
        Assert.That(saved.Location, Is.EqualTo("/admin/topics"), "saving again after that message is allowed");

        static List<KeyValuePair<string, string>> Seen(PageResponse page, params (string Nl, string En, string Key)[] topics) =>
            [.. Topics(page, topics), KeyValuePair.Create("seen", PageForm.Fields(page.Body, "handler=Save")["seen"])];
    }

    private static List<KeyValuePair<string, string>> Topics(PageResponse page, params (string Nl, string En, string Key)[] topics) =>
    [
        .. topics.SelectMany(topic => new[]
        {
            KeyValuePair.Create("key", topic.Key), KeyValuePair.Create("nl", topic.Nl), KeyValuePair.Create("en", topic.En),
            KeyValuePair.Create("questionNl", ""), KeyValuePair.Create("questionEn", ""),
        }),
        KeyValuePair.Create("__RequestVerificationToken", page.FormToken),
    ];
}
