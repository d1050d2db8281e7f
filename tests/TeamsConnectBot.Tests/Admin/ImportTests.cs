using System.Net;
using System.Text.RegularExpressions;
using TeamsConnectBot.Core.Rules.Reading;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>A file with rules that is too much of something: what is read of it, by whom, and what the next page says.</summary>
internal sealed class ImportTests : AdminTests
{
    private const string Import = "/admin/rules?handler=Import";

    [Test]
    public async Task Import_WithManyUnknownFields_IsToldInAFewWords_WithoutCookies([Values(150, 60_000)] int fields)
    {
        var admin = await SignedInAsync(Admin);
        var rules = await admin.OpenAsync("/admin/rules");
        var before = admin.CookieBytes;
        var file = "{" + string.Join(',', Enumerable.Range(0, fields).Select(index => $"\"unknown{index}\": 1")) + "}";

        var answer = await admin.UploadAsync(Import, TokenOf(rules), "rules.json", file);
        var next = await admin.OpenAsync(answer.Location!);

        Assert.Multiple(async () =>
        {
            Assert.That(answer.Headers, Does.Not.ContainKey("Set-Cookie"));
            Assert.That(admin.CookieBytes, Is.EqualTo(before).And.LessThan(3000));
            Assert.That(NoteOf(next), Does.Contain("unknown0 does not exist").And.Contain("Further problems: "));
            Assert.That(NoteOf(next), Has.Length.LessThanOrEqualTo(1000));
            Assert.That((await admin.OpenAsync("/admin/rules")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(NoteOf(await admin.OpenAsync("/admin/rules")), Is.Empty, "once");
        });
    }

    [Test]
    public async Task Note_IsForItsOwnSession_AndIsCut()
    {
        var (admin, other) = (await SignedInAsync(Admin), await SignedInAsync(Admin));
        var rules = await admin.OpenAsync("/admin/rules");

        var file = $$"""{ "format": 1, "id": "{{new string('x', 900_000)}}", "{{new string('y', 900_000)}}": 1 }""";
        await admin.UploadAsync(Import, TokenOf(rules), "rules.json", file);

        Assert.That(NoteOf(await other.OpenAsync("/admin/rules")), Is.Empty);
        Assert.That(NoteOf(await admin.OpenAsync("/admin/rules")), Has.Length.InRange(100, 1000));
    }

    [Test]
    public async Task Import_ByWhoeverMayNot_IsRefusedBeforeAnythingIsRead([Values] bool council)
    {
        var visitor = await SignedInAsync(council ? WorksCouncil : Reader);
        using var body = new AnnouncedBody(1_000_000);

        var answer = await visitor.AnnounceAsync(Import, body);

        Assert.That((answer.Location, body.WasSent), Is.EqualTo(("/admin/no-access", false)));
    }

    [Test]
    public async Task Import_TooLarge_IsRefusedBeforeAnythingIsRead_AndSaysSo()
    {
        var admin = await SignedInAsync(Admin);
        using var body = new AnnouncedBody(RuleFile.MaxBytes * 2);

        var answer = await admin.AnnounceAsync(Import, body);

        Assert.That((answer.Location, body.WasSent), Is.EqualTo(("/admin/rules", false)));
        Assert.That(NoteOf(await admin.OpenAsync("/admin/rules")), Does.Contain("larger than 16 MB"));
    }

    [TestCase("/admin/contacts?handler=Save")]
    [TestCase("/admin/rules/everybody?handler=Check")]
    [TestCase("/admin/sign-in?handler=Teams")]
    public async Task Form_OfAMegabyte_IsNotRead(string path)
    {
        var admin = await SignedInAsync(Admin);

        var answer = await admin.PostAsync(path, new Dictionary<string, string> { ["name"] = new('x', 1_000_000) });

        Assert.That((int)answer.Status, Is.InRange(400, 413));
    }

    [Test]
    public async Task Form_WithMoreFieldsThanAnyHas_IsNotRead()
    {
        var admin = await SignedInAsync(Admin);
        var fields = PageForm.Fields((await admin.OpenAsync("/admin/contacts")).Body, "handler=Save");
        foreach (var index in Enumerable.Range(0, 1000))
        {
            fields[$"name{index}"] = "x";
        }

        Assert.That((await admin.PostAsync("/admin/contacts?handler=Save", fields)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static string TokenOf(Answer page) =>
        Regex.Match(page.Body, "__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;

    private static string NoteOf(Answer page) =>
        WebUtility.HtmlDecode(Regex.Match(page.Body, "role=\"(?:alert|status)\">([^<]*)<").Groups[1].Value);

    private sealed class AnnouncedBody : HttpContent
    {
        private readonly int length;

        public AnnouncedBody(int length)
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
