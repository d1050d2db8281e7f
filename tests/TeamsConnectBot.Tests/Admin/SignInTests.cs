using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace TeamsConnectBot.Tests.Admin;

internal sealed class SignInTests : AdminTests
{
    private const string Session = "connectbot-session";

    [Test]
    public async Task Page_NotSignedIn_LeadsToTheSignInPage()
    {
        var answer = await Anonymous().GetAsync("/admin/no-such-page-yet?x=1");
        var overview = await Anonymous().GetAsync("/admin");
        var page = await Anonymous().OpenAsync("/admin");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(overview.Location, Does.EndWith("/admin/sign-in?back=%2Fadmin"));
            Assert.That(page.Text, Does.Contain("Sign in with your work account"));
        });
    }

    [Test]
    public async Task SignIn_SendsPkceStateAndNonce_ButNoSecret()
    {
        var start = await Anonymous().GetAsync("/admin/sign-in/microsoft");
        var query = QueryHelpers.ParseQuery(new Uri(start.Location!).Query);

        Assert.Multiple(() =>
        {
            Assert.That(query["response_type"].ToString(), Is.EqualTo("code"));
            Assert.That(query["scope"].ToString(), Is.EqualTo("openid profile"));
            Assert.That(query["code_challenge_method"].ToString(), Is.EqualTo("S256"));
            Assert.That(query["code_challenge"].ToString(), Has.Length.EqualTo(43));
            Assert.That(query["nonce"].ToString(), Has.Length.EqualTo(43));
            Assert.That(query["state"].ToString(), Is.Not.Empty);
            Assert.That(start.Location, Does.Not.Contain(World.Tenant.ClientSecret));
        });
    }

    [Test]
    public async Task SignIn_WithARole_OpensTheRequestedPage_WithARestrictedSessionCookie([Values(1, 2, 3)] int fromTheEnd)
    {
        var browser = Anonymous();

        var page = await browser.SignInAsync(World.People[^fromTheEnd], "/admin?from=mail");

        Assert.Multiple(() =>
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.Text, Does.Contain("Overview").And.Contain(World.People[^fromTheEnd].Name));
            var cookie = browser.CookiesAsSet[Session].ToLowerInvariant();
            foreach (var attribute in new[] { "; httponly", "; secure", "; samesite=none", "; partitioned", "; path=/admin" })
            {
                Assert.That(cookie, Does.Contain(attribute));
            }
        });
    }

    [Test]
    public async Task SignIn_WithoutARole_SaysWhoHasAccess()
    {
        var page = await Anonymous("nl").SignInAsync(Nobody);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(
            page.Text, Does.Contain("Beheerders schrijven en publiceren regels").And.Contain("Wie Entra beheert, geeft deze rollen."));
    }

    [Test]
    public async Task SignIn_RoleByGroup_WorksWithGroupsInTheToken_AndWithTooManyGroups([Values] bool inTheToken)
    {
        World.Tenant.Tenant.Groups.Set(new TenantGroup(GroupOfReaders, "Readers") { Members = [Nobody] });
        World.Tenant.EntraTokens.ChangePersonTokens = token => token.Claims[inTheToken ? "groups" : "_claim_names"] =
            inTheToken ? new[] { GroupOfReaders.ToString() } : new Dictionary<string, object> { ["groups"] = "src1" };

        var page = await Anonymous().SignInAsync(Nobody);

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.Text);
        Assert.That(World.Tenant.Tenant.Counters.Of("graph.memberGroups"), inTheToken ? Is.GreaterThanOrEqualTo(0) : Is.GreaterThan(0));
    }

    [Test]
    public async Task SignIn_ForgedState_CreatesNoSession()
    {
        var browser = Anonymous();
        var back = await browser.ChooseAccountAsync(Admin);

        await AssertRefusedAsync(browser, Regex.Replace(back, "state=[^&]{8}", "state=AAAAAAAA"));
    }

    [Test]
    public async Task SignIn_StartedInAnotherBrowser_CreatesNoSession()
    {
        var back = await Anonymous().ChooseAccountAsync(Admin);

        await AssertRefusedAsync(Anonymous(), back);
    }

    [Test]
    public async Task SignIn_ReplayedAnswer_CreatesNoSecondSession()
    {
        var browser = Anonymous();
        var back = await browser.ChooseAccountAsync(Admin);
        await browser.OpenAsync(back);
        browser.DeleteCookie(Session);

        await AssertRefusedAsync(browser, back);
    }

    [Test]
    public async Task SignIn_ReplayedCode_IsRefusedByEntra()
    {
        var browser = Anonymous();
        var back = await browser.ChooseAccountAsync(Admin);
        await browser.OpenAsync(back);
        var spent = QueryHelpers.ParseQuery(new Uri("http://x" + back).Query)["code"].ToString();
        browser.DeleteCookie(Session);
        var fresh = await browser.ChooseAccountAsync(Admin);

        await AssertRefusedAsync(browser, Regex.Replace(fresh, "code=[^&]+", "code=" + spent));
    }

    private static readonly Action<SecurityTokenDescriptor>[] Forgeries =
    [
        token => token.Claims["tid"] = Guid.Empty.ToString(),
        token => token.Issuer = "https://login.example.org/v2.0",
        token => token.Audience = Guid.Empty.ToString(),
        token => token.Claims["nonce"] = "another",
        token => token.Claims.Remove("nonce"),
        token => token.Claims.Remove("oid"),
        token =>
        {
            token.NotBefore = token.IssuedAt = token.NotBefore!.Value.AddHours(-3);
            token.Expires = token.Expires!.Value.AddHours(-3);
        },
        token => token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(new byte[32]), SecurityAlgorithms.HmacSha256),
    ];

    [Test]
    public async Task SignIn_TokenOfAnotherTenantIssuerAudienceNonceTimeOrKey_CreatesNoSession([Range(0, 7)] int forgery)
    {
        var browser = Anonymous();
        World.Tenant.EntraTokens.ChangePersonTokens = Forgeries[forgery];

        await AssertRefusedAsync(browser, await browser.ChooseAccountAsync(Admin));
    }

    [TestCase("https://evil.example/")]
    [TestCase("//evil.example/admin")]
    [TestCase("/admin\\evil")]
    [TestCase("/administrators")]
    [TestCase("/admin/é")]
    [TestCase("/admin/a b")]
    public async Task SignIn_ReturnAddressElsewhere_OpensTheAdminPage(string back)
    {
        var browser = Anonymous();

        var answer = await browser.GetAsync(await browser.ChooseAccountAsync(Admin, back));

        Assert.That(answer.Location, Is.EqualTo("/admin"));
    }

    [Test]
    public async Task SignOut_EndsTheSession()
    {
        var browser = Anonymous();
        var page = await browser.SignInAsync(Admin);

        await browser.SubmitAsync(page, "handler=Out");

        Assert.That(browser.HasCookie(Session), Is.False);
        Assert.That((await browser.GetAsync("/admin")).Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var browser = await SignedInAsync(Admin);

        var answer = await browser.PostAsync("/admin/sign-in?handler=Out", new Dictionary<string, string>());

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(browser.HasCookie(Session), Is.True);
    }

    [Test]
    public async Task TeamsToken_OfTheTab_SignsIn_ButAnIdTokenDoesNot([Values] bool forTheTab)
    {
        var browser = Anonymous();
        var token = World.Tenant.EntraTokens.CreateForPerson(
            World.Tenant.AppId.ToString(), $"{World.Tenant.AuthorityUrl}{World.Tenant.TenantId}/v2.0", Admin, [TenantRoles.Admin],
            claims => claims.Claims[forTheTab ? "scp" : "nonce"] = "access_as_user");

        await browser.SubmitAsync(await browser.OpenAsync("/admin"), "handler=Teams", ("token", token));

        Assert.That(browser.HasCookie(Session), Is.EqualTo(forTheTab));
    }

    private static readonly Guid GroupOfReaders = new("6f1c1a52-8d6b-4f6e-9a2b-0d6f0c9be001");

    protected override Dictionary<string, string> Settings() => new()
    {
        ["Roles:Reader:1"] = GroupOfReaders.ToString(),
    };

    [Test]
    public async Task Form_SentAfterTheSessionEnded_ReturnsToItsPage_NotToItsHandler()
    {
        var browser = Anonymous();

        var answer = await browser.PostAsync("/admin/rules/everybody?handler=Save&x=1", []);
        var page = await browser.OpenAsync(answer.Location!);
        var back = await browser.GetAsync(await browser.ChooseAccountAsync(Admin, "/admin/rules/everybody?handler=Save&x=1"));

        Assert.That(page.Body, Does.Contain("back=%2Fadmin%2Frules%2Feverybody%3Fx%3D1\""));
        Assert.That(back.Location, Is.EqualTo("/admin/rules/everybody?x=1"));
    }

    private static async Task AssertRefusedAsync(AdminBrowser browser, string back)
    {
        var page = await browser.OpenAsync(back);

        Assert.Multiple(() =>
        {
            Assert.That(browser.HasCookie(Session), Is.False);
            Assert.That(page.Text, Does.Contain("Signing in did not work."));
        });
    }
}
