using System.Net;
using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Rule files and forms that are too large: how much of them is read, and what the next page says.</summary>
internal sealed class ImportTests : AdminTests
{
    private const string Import = "/admin/rules?handler=Import";

    [Test]
    public async Task Import_WithManyUnknownFields_ShowsAShortNote_WithoutCookies([Values(150, 60_000)] int fields)
    {
        var admin = await SignedInAsync(Admin);
        var rules = await admin.OpenAsync("/admin/rules");
        var before = admin.CookieBytes;
        var file = "{" + string.Join(',', Enumerable.Range(0, fields).Select(index => $"\"unknown{index}\": 1")) + "}";

        var answer = await admin.UploadAsync(Import, rules.FormToken, "rules.json", file);
        var next = await admin.OpenAsync(answer.Location!);

        Assert.Multiple(async () =>
        {
            Assert.That(answer.Headers, Does.Not.ContainKey("Set-Cookie"));
            Assert.That(admin.CookieBytes, Is.EqualTo(before).And.LessThan(3000));
            Assert.That(NoteOf(next), Does.Contain("unknown0 does not exist").And.Contain("Further problems: "));
            Assert.That(NoteOf(next), Has.Length.LessThanOrEqualTo(1000));
            Assert.That((await admin.OpenAsync("/admin/rules")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(NoteOf(await admin.OpenAsync("/admin/rules")), Is.Empty, "the note must be shown only once");
        });
    }

    [Test]
    public async Task Import_WithHalfACharacter_NamesTheField()
    {
        var admin = await SignedInAsync(Admin);
        var file = """
            { "format": 1, "rules": [
              { "format": 1, "id": "half", "name": { "nl": "n\ud800", "en": "n" }, "why": { "nl": "w", "en": "w" } }] }
            """;

        var answer = await admin.UploadAsync(Import, (await admin.OpenAsync("/admin/rules")).FormToken, "rules.json", file);

        Assert.That(answer.Status, Is.Not.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(
            NoteOf(await admin.OpenAsync("/admin/rules")),
            Does.Contain("rules[0].name.nl has half of a character").And.Contain(@"n\ud800"));
    }

    [Test]
    public async Task Note_IsShownOnlyInItsSession_AndIsTruncated()
    {
        var (admin, other) = (await SignedInAsync(Admin), await SignedInAsync(Admin));
        var rules = await admin.OpenAsync("/admin/rules");

        var file = $$"""{ "format": 1, "id": "{{new string('x', 900_000)}}", "{{new string('y', 900_000)}}": 1 }""";
        await admin.UploadAsync(Import, rules.FormToken, "rules.json", file);

        Assert.That(NoteOf(await other.OpenAsync("/admin/rules")), Is.Empty);
        Assert.That(NoteOf(await admin.OpenAsync("/admin/rules")), Has.Length.InRange(100, 1000));
    }

    [Test]
    public async Task Import_WithoutTheRole_IsRefusedBeforeTheBodyIsRead([Values] bool council)
    {
        var browser = await SignedInAsync(council ? WorksCouncil : Reader);
        using var body = new UnsentBody(1_000_000);

        var answer = await browser.PostExpectingContinueAsync(Import, body);

        Assert.That((answer.Location, body.WasSent), Is.EqualTo(("/admin/no-access", false)));
    }

    [Test]
    public async Task Import_TooLarge_IsRefusedBeforeTheBodyIsRead_AndSaysSo()
    {
        var admin = await SignedInAsync(Admin);
        using var body = new UnsentBody(RuleFile.MaxBytes * 2);

        var answer = await admin.PostExpectingContinueAsync(Import, body);

        Assert.That((answer.Location, body.WasSent), Is.EqualTo(("/admin/rules", false)));
        Assert.That(NoteOf(await admin.OpenAsync("/admin/rules")), Does.Contain("larger than 16 MB"));
    }

    [TestCase("/admin/contacts?handler=Save")]
    [TestCase("/admin/rules/everybody?handler=Check")]
    [TestCase("/admin/sign-in?handler=Teams")]
    public async Task Form_OfOneMegabyte_IsRefused(string path)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync(path, new Dictionary<string, string> { ["name"] = new('x', 1_000_000) });

        Assert.That((int)answer.Status, Is.InRange(400, 413));
    }

    [Test]
    public async Task Form_WithTooManyFields_IsRefused()
    {
        var admin = await SignedInAsync(Admin);
        var fields = PageForm.Fields((await admin.OpenAsync("/admin/contacts")).Body, "handler=Save");
        foreach (var index in Enumerable.Range(0, 1000))
        {
            fields[$"name{index}"] = "x";
        }

        Assert.That((await admin.PostAsync("/admin/contacts?handler=Save", fields)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static string NoteOf(PageResponse page) =>
        WebUtility.HtmlDecode(Regex.Match(page.Body, "role=\"(?:alert|status)\">([^<]*)<").Groups[1].Value);

    /// <summary>A body with a length, which records whether the server asked for it.</summary>
    private sealed class UnsentBody : HttpContent
    {
        private readonly int length;

        public UnsentBody(int length)
        {
            this.length = length;
            Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        }

        public bool WasSent { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            WasSent = true;
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = this.length;
            return true;
        }
    }
}
