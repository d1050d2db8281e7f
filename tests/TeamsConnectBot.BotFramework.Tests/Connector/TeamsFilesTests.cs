using System.Net;
using System.Text;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Turns;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

/// <summary>Uploading a file to the address that came with a person's consent.</summary>
internal sealed class TeamsFilesTests
{
    private const string Address = "https://contoso-my.sharepoint.com/upload?tempauth=secret";
    private static readonly byte[] File = Encoding.UTF8.GetBytes("<html>file</html>");

    [Test]
    public async Task Upload_WholeFile_IsOnePutWithItsRangeAndNoToken()
    {
        var drive = new Drive((201, """{"id":"1","size":17}"""));
        using var files = drive.Files();
        await files.UploadAsync(Address, File);

        var request = drive.Requests.Single();
        Assert.That((request.Method, request.RequestUri!.ToString()), Is.EqualTo((HttpMethod.Put, Address)));
        Assert.That(request.Headers.Authorization, Is.Null);
        Assert.That(drive.Received, Is.EqualTo(new[] { ("bytes 0-16/17", "<html>file</html>") }));
    }

    [Test]
    public void Consent_ToString_HidesTheAddress() => Assert.That(
        new FileConsent(true, default, null, Address, null, "data.html", null, null).ToString(), Does.Not.Contain("secret"));

    [TestCase(429)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Upload_AfterATransientFailure_IsTriedAgain(int status)
    {
        var drive = new Drive((status, ""), (200, """{"id":"1"}"""));
        using var files = drive.Files();
        await files.UploadAsync(Address, File);

        Assert.That(drive.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(429, "", ConnectorFailure.Throttled)]
    [TestCase(503, "<html>busy</html>", ConnectorFailure.Unavailable)]
    [TestCase(200, "<html>sign in</html>", ConnectorFailure.Unreadable)]
    [TestCase(201, """{"id":"1","size":3}""", ConnectorFailure.Unreadable)]
    [TestCase(201, """{"id":"1","size":"many"}""", ConnectorFailure.Unreadable)]
    [TestCase(201, "[]", ConnectorFailure.Unreadable)]
    [TestCase(202, """{"nextExpectedRanges":["5-"]}""", ConnectorFailure.Unreadable)]
    [TestCase(302, "", ConnectorFailure.Unreadable)]
    [TestCase(401, "", ConnectorFailure.NotPermitted)]
    [TestCase(403, "", ConnectorFailure.NotPermitted)]
    [TestCase(404, """{"error":{"code":"itemNotFound"}}""", ConnectorFailure.UploadExpired)]
    [TestCase(410, "", ConnectorFailure.UploadExpired)]
    [TestCase(400, "", ConnectorFailure.BadRequest)]
    [TestCase(500, "", ConnectorFailure.ServiceError)]
    [TestCase(507, "", ConnectorFailure.StorageFull)]
    public async Task Upload_ThatStaysRefused_HasItsFailure(int status, string body, ConnectorFailure expected)
    {
        using var files = new Drive([.. Enumerable.Repeat((status, body), 5)]).Files();

        var failure = (await Assert.ThrowsAsync<ConnectorException>(() => files.UploadAsync(Address, File)))!;
        Assert.That(failure.Failure, Is.EqualTo(expected));
        Assert.That(failure.ToString(), Does.Not.Contain("secret").And.Not.Contain("sharepoint"));
    }

    [TestCase(404)]
    [TestCase(409)]
    [TestCase(410)]
    [TestCase(416)]
    public async Task Upload_WhoseAnswerWasLostAndAddressIsUsedUp_IsInDoubt(int status)
    {
        using var files = new Drive((0, ""), (status, "")).Files();

        var failure = (await Assert.ThrowsAsync<ConnectorException>(() => files.UploadAsync(Address, File)))!;
        Assert.That(failure.Failure, Is.EqualTo(ConnectorFailure.InDoubt));
    }

    [Test]
    public async Task Upload_ToAnotherHost_SendsNothing()
    {
        var drive = new Drive();
        using var files = drive.Files();

        var failure = (await Assert.ThrowsAsync<ConnectorException>(() => files.UploadAsync("https://evil.example/upload", File)))!;
        Assert.That(failure.Failure, Is.EqualTo(ConnectorFailure.WrongHost));
        Assert.That(drive.Requests, Is.Empty);
    }

    [Test]
    public async Task Upload_WithoutAConnection_IsUnavailableAndNamesNoAddress()
    {
        using var files = new Drive((0, ""), (0, ""), (0, "")).Files();

        var failure = (await Assert.ThrowsAsync<ConnectorException>(() => files.UploadAsync(Address, File)))!;
        Assert.That(failure.Failure, Is.EqualTo(ConnectorFailure.Unavailable));
        Assert.That(failure.ToString(), Does.Not.Contain("sharepoint"));
    }

    /// <summary>Answers with one status and body after another; 0 breaks the connection.</summary>
    private sealed class Drive(params (int Status, string Body)[] answers) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Requests { get; } = [];

        /// <summary>The range and the content of each request, which are gone once it is over.</summary>
        public List<(string? Range, string Content)> Received { get; } = [];

        public TeamsFiles Files() => new(
            this, ["*.sharepoint.com"],
            ConnectorRetry.Create(new ConnectorOptions { Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(1) }),
            TimeSpan.FromSeconds(5));

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (status, body) = answers[Requests.Count];
            Requests.Add(request);
            var content = request.Content!;
            Received.Add((content.Headers.ContentRange?.ToString(), await content.ReadAsStringAsync(cancellationToken)));
            return status == 0
                ? throw new HttpRequestException("contoso-my.sharepoint.com refused")
                : new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        }
    }
}
