using System.Net;
using TeamsConnectBot.Admin.SignIn;
using TeamsConnectBot.Sandbox.Faults;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Signing out ends a session wherever its cookie was copied to, and a session has the person's current roles.</summary>
internal sealed class SessionTests : AdminTests
{
    private static readonly Guid Readers = new("6f1c1a52-8d6b-4f6e-9a2b-0d6f0c9be002");

    [Test]
    public async Task SignOut_EndsEveryCopyOfTheSession_ButNoOtherSession()
    {
        var (browser, elsewhere) = (await SignedInAsync(Admin), await SignedInAsync(Admin));
        var copy = CopyOf(browser);
        var page = await copy.OpenAsync("/admin");

        await browser.SubmitAsync(await browser.OpenAsync("/admin"), "handler=Out");
        var stop = await copy.SubmitAsync(page, "handler=Stop");

        Assert.Multiple(async () =>
        {
            Assert.That((await copy.GetAsync("/admin")).Location, Does.Contain("/admin/sign-in"));
            Assert.That(stop.Location, Does.Contain("/admin/sign-in"));
            Assert.That((await elsewhere.OpenAsync("/admin")).Text, Does.Not.Contain("Everything stands still"));
            Assert.That((await elsewhere.GetAsync("/admin")).Status, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task Session_EndedByAnotherInstance_HasEnded()
    {
        var browser = await SignedInAsync(Admin);
        await browser.OpenAsync("/admin");

        // This is all that signing out on another instance does.
        await World.WriteAsync(db => db.AdminSessions.ExecuteDeleteAsync());

        Assert.That((await browser.GetAsync("/admin")).Location, Does.Contain("/admin/sign-in"));
    }

    [Test]
    public async Task Form_SentAfterTheSessionEnded_SaysThatNothingWasSaved_AndSigningInOpensItsPage()
    {
        var browser = await SignedInAsync(Admin);
        var page = await browser.OpenAsync("/admin/contacts");
        await World.WriteAsync(db => db.AdminSessions.ExecuteDeleteAsync());

        var sent = await browser.PostAsync(
            "/admin/contacts?handler=Save", PageForm.Fields(page.Body, "handler=Save", ("name", "Dr. Vos"), ("reach", "06 12")));
        var signIn = await browser.OpenAsync(sent.Location!);
        var back = System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://here"), sent.Location!).Query)["back"]!;

        Assert.That(signIn.Text, Does.Contain("What you just sent was not saved."));
        Assert.That(back, Is.EqualTo("/admin/contacts"));
        Assert.That((await browser.SignInAsync(Admin, back)).Text, Does.Contain("Contact 1"));
    }

    [Test]
    public async Task Session_Expired_HasEnded_EvenIfTheCookieIsValid_AndIsCleanedUp()
    {
        var browser = await SignedInAsync(Admin);
        await World.WriteAsync(db =>
            db.AdminSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, Now - Duration.FromSeconds(1))));

        Assert.That((await browser.GetAsync("/admin")).Location, Does.Contain("/admin/sign-in"));

        await SignedInAsync(Admin);
        Assert.That(await World.ReadAsync(db => db.AdminSessions.CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Group_LeftDuringTheSession_EndsTheRoleInEveryCopy_AndRejoiningRestoresIt()
    {
        World.Tenant.Tenant.Groups.Set(new TenantGroup(Readers, "Readers") { Members = [Nobody] });
        World.Tenant.EntraTokens.ChangePersonTokens = token => token.Claims["groups"] = new[] { Readers.ToString() };
        var browser = await SignedInAsync(Nobody);
        var copy = CopyOf(browser);
        Assert.That((await browser.GetAsync("/admin")).Status, Is.EqualTo(HttpStatusCode.OK));

        World.Tenant.Tenant.Groups.Set(new TenantGroup(Readers, "Readers") { Members = [] });
        await FiveMinutesLaterAsync();
        var without = await browser.GetAsync("/admin");
        var copied = await copy.GetAsync("/admin");

        World.Tenant.Tenant.Groups.Set(new TenantGroup(Readers, "Readers") { Members = [Nobody] });
        await FiveMinutesLaterAsync();

        Assert.That((without.Location, copied.Location), Is.EqualTo((copied.Location, without.Location)));
        Assert.That(without.Location, Does.Contain("/admin/no-access"));
        Assert.That((await browser.GetAsync("/admin")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task AppRole_IsKept_WhenGroupsAreReadAgain()
    {
        var browser = await SignedInAsync(Admin);
        await FiveMinutesLaterAsync();

        Assert.That((await browser.OpenAsync("/admin/rules")).Text, Does.Contain("New rule"));
    }

    [Test]
    public async Task GraphUnavailable_WhenGroupsMustBeReadAgain_KeepsTheRoleForNow()
    {
        World.Tenant.Tenant.Groups.Set(new TenantGroup(Readers, "Readers") { Members = [Nobody] });
        World.Tenant.EntraTokens.ChangePersonTokens = token => token.Claims["groups"] = new[] { Readers.ToString() };
        var browser = await SignedInAsync(Nobody);
        using var fault = World.Tenant.Faults.Add(new FaultRule { Path = "/v1.0/users", Status = 403 });
        await FiveMinutesLaterAsync();

        Assert.That((await browser.GetAsync("/admin")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task StoredSession_DoesNotIdentifyThePerson()
    {
        await SignedInAsync(Admin);

        var rows = await World.ReadAsync(db => db.AdminSessions.ToListAsync());

        Assert.That(rows, Is.Not.Empty);
        var kept = rows.Select(row => $"{row.Id} {row.Offices} {row.Note}").ToList();
        Assert.That(kept, Has.None.Contains(Admin.Name).And.None.Contains(Admin.ObjectId.ToString()));
    }

    protected override Dictionary<string, string> Settings() =>
        new() { ["Roles:Reader:1"] = Readers.ToString(), ["Roles:Reader:0"] = "ConnectBot.Reader" };

    private static Instant Now => SessionStore.Now;

    private Task FiveMinutesLaterAsync() => World.WriteAsync(db => db.AdminSessions.ExecuteUpdateAsync(
        set => set.SetProperty(row => row.CheckedAt, Now - SessionRoles.CheckInterval - Duration.FromSeconds(1))));
}
