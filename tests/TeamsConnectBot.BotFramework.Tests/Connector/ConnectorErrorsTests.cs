using System.Net;
using System.Text;
using TeamsConnectBot.BotFramework.Connector;

namespace TeamsConnectBot.BotFramework.Tests.Connector;

/// <summary>Every row of Teams' 'Status codes from bot conversational APIs', and responses that are not in it.</summary>
internal sealed class ConnectorErrorsTests
{
    private const string Html = "<html><body>Sign in</body></html>";

    [TestCase(400, "Bad Argument", ConnectorFailure.BadRequest)]
    [TestCase(400, "BadSyntax", ConnectorFailure.BadRequest)]
    [TestCase(401, "BotNotRegistered", ConnectorFailure.BotNotRegistered)]
    [TestCase(403, "BotDisabledByAdmin", ConnectorFailure.DisabledByAdmin)]
    [TestCase(403, "BotNotInConversationRoster", ConnectorFailure.NotInRoster)]
    [TestCase(403, "ConversationBlockedByUser", ConnectorFailure.BlockedByUser)]
    [TestCase(403, "ForbiddenOperationException", ConnectorFailure.NotInstalled)]
    [TestCase(403, "InvalidBotApiHost", ConnectorFailure.WrongHost)]
    [TestCase(403, "NotEnoughPermissions", ConnectorFailure.NotPermitted)]
    [TestCase(403, "MessageWritesBlocked", ConnectorFailure.MessageWritesBlocked)]
    [TestCase(403, "SomethingNew", ConnectorFailure.NotPermitted)]
    [TestCase(404, "ActivityNotFoundInConversation", ConnectorFailure.ActivityNotFound)]
    [TestCase(404, "ConversationNotFound", ConnectorFailure.ConversationNotFound)]
    [TestCase(404, "SomethingNew", ConnectorFailure.Unreadable)]
    [TestCase(412, "PreconditionFailed", ConnectorFailure.PreconditionFailed)]
    [TestCase(413, "MessageSizeTooBig", ConnectorFailure.TooLarge)]
    [TestCase(429, "Throttled", ConnectorFailure.Throttled)]
    [TestCase(500, "ServiceError", ConnectorFailure.ServiceError)]
    [TestCase(501, "NotImplemented", ConnectorFailure.ServiceError)]
    [TestCase(502, "BadGateway", ConnectorFailure.Unavailable)]
    [TestCase(503, "ServiceUnavailable", ConnectorFailure.Unavailable)]
    [TestCase(504, "GatewayTimeout", ConnectorFailure.Unavailable)]
    public void Read_DocumentedError_HasItsOwnFailure(int status, string code, ConnectorFailure expected)
    {
        var error = Read(status, $$$"""{"error":{"code":"{{{code}}}","message":"secret name"}}""");

        Assert.That(error.Failure, Is.EqualTo(expected));
        Assert.That(error.Code, Is.EqualTo(code));
        Assert.That(error.Message, Does.Not.Contain("secret name"), "an error's text may contain names");
    }

    [TestCase("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":null}"}""")]
    [TestCase("""{"errorCode":209,"message":"{}"}""")]
    [TestCase("""{"errorCode":209,"message":"no JSON"}""")]
    [TestCase("""{"errorCode":209}""")]
    public void Read_ErrorCode209_IsMessageWritesBlocked(string body) =>
        Assert.That(Read(403, body).Failure, Is.EqualTo(ConnectorFailure.MessageWritesBlocked));

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(302)]
    public void Read_Html_IsUnreadableAndDropsNobody(int status)
    {
        var error = Read(status, Html);

        Assert.That(error.Failure, Is.EqualTo(ConnectorFailure.Unreadable));
        Assert.That(error.IsPermanentForPerson, Is.False);
    }

    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("""{"error":"text"}""")]
    [TestCase("""{"error":{"code":7}}""")]
    [TestCase("")]
    public void Read_404WithoutACode_DropsNobody(string body) => Assert.That(Read(404, body).IsPermanentForPerson, Is.False);

    [Test]
    public void Read_404WithoutACodeOnAMessage_IsActivityNotFound() => Assert.That(
        ConnectorErrors.Read(HttpStatusCode.NotFound, [], null, isAboutActivity: true).Failure,
        Is.EqualTo(ConnectorFailure.ActivityNotFound));

    [Test]
    public void Failures_EachOfThem_IsPermanentOrTransientOrNeither()
    {
        var permanent = Enum.GetValues<ConnectorFailure>().Where(f => new ConnectorException(f).IsPermanentForPerson);
        var transient = Enum.GetValues<ConnectorFailure>().Where(f => new ConnectorException(f).IsTransient);

        Assert.That(permanent, Is.EquivalentTo(new[]
        {
            ConnectorFailure.BlockedByUser, ConnectorFailure.NotInstalled, ConnectorFailure.NotInRoster,
            ConnectorFailure.MessageWritesBlocked, ConnectorFailure.ConversationNotFound,
        }));
        Assert.That(transient, Is.EquivalentTo(new[]
        {
            ConnectorFailure.PreconditionFailed, ConnectorFailure.Throttled, ConnectorFailure.Unavailable, ConnectorFailure.NoToken,
        }));
    }

    [FsCheck.NUnit.Property]
    public bool Read_AnyBody_ReturnsAFailureWithoutThrowing(string? body) =>
        Read(403, body ?? "").Failure is ConnectorFailure.Unreadable or ConnectorFailure.NotPermitted;

    private static ConnectorException Read(int status, string body) =>
        ConnectorErrors.Read((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), null, isAboutActivity: false);
}
