using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.IdentityModel.Tokens;
using TeamsConnectBot.BotFramework.Authentication;
using TeamsConnectBot.BotFramework.Clouds;
using TeamsConnectBot.Data.Sharing;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// The key in Key Vault that wraps the keys in the database. It never leaves the vault. Key Vault's client library is not used, because
/// it would be a package for two requests.
/// </summary>
internal sealed partial class WrappingKey(IOptions<AdminOptions> options, MicrosoftCloud cloud, ILogger<WrappingKey> logger)
{
    private const string ApiVersion = "7.4";
    private const string Algorithm = "RSA-OAEP-256";

    // ASP.NET Core asks ten times in a row; during an outage of the vault, the start of the service must not wait for each of them.
    private static readonly TimeSpan FailFast = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    // Covers the token as well, for which a managed identity's endpoint is tried for up to a minute.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly Lazy<HttpPipeline> pipeline = new(() => Pipeline(options.Value, cloud));
    private volatile Failure? failed;

    public static bool IsUsed(AdminOptions admin) => admin.IsOn && !string.IsNullOrWhiteSpace(admin.KeyVaultKey);

    /// <summary>Whether a setting is the address of a key, without a version, in a vault of the cloud.</summary>
    public static bool IsAddress(string value, MicrosoftCloud cloud) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
        && KeyPath().IsMatch(uri.PathAndQuery)
        && (uri.IsLoopback || uri.Host.EndsWith($".{cloud.KeyVaultSuffix}", StringComparison.OrdinalIgnoreCase));

    /// <summary>Wraps a secret with the newest version of the key.</summary>
    /// <returns>The address of that version, and the wrapped secret.</returns>
    public (string Version, byte[] Wrapped) Wrap(byte[] secret)
    {
        var (version, wrapped) = Send(new Uri(Address), "wrapkey", secret);
        return IsVersion(version) ? (version, wrapped) : throw Fail($"the answer names the key '{version}'");
    }

    /// <summary>Unwraps a secret with the version of the key that wrapped it.</summary>
    public byte[] Unwrap(string version, byte[] wrapped) => IsVersion(version)
        ? Send(new Uri(version), "unwrapkey", wrapped).Value
        : throw Fail($"a stored key was wrapped by '{version}', which is not a version of Admin:KeyVaultKey '{Address}'");

    private string Address => options.Value.KeyVaultKey?.TrimEnd('/') ?? "";

    // What is stored must not decide where a token is sent.
    private bool IsVersion(string version) =>
        Address.Length > 0 && version.StartsWith($"{Address}/", StringComparison.OrdinalIgnoreCase)
        && version.Length > Address.Length + 1 && version.Skip(Address.Length + 1).All(char.IsAsciiLetterOrDigit);

    private (string Version, byte[] Value) Send(Uri key, string operation, byte[] value)
    {
        if (failed is { } last && TimeProvider.System.GetElapsedTime(last.At) < FailFast)
        {
            throw new InvalidOperationException(last.Message);
        }

        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            using var request = pipeline.Value.CreateRequest();
            request.Method = RequestMethod.Post;
            request.Uri.Reset(new Uri($"{key.AbsoluteUri}/{operation}?api-version={ApiVersion}"));
            request.Headers.Add("Content-Type", "application/json");
            var body = new JsonObject { ["alg"] = Algorithm, ["value"] = Base64UrlEncoder.Encode(value) };
            request.Content = RequestContent.Create(BinaryData.FromString(body.ToJsonString()));
            using var response = pipeline.Value.SendRequest(request, timeout.Token);
            if (response.IsError)
            {
                throw new RequestFailedException(response);
            }

            var answer = Read(response.Content.ToString());
            failed = null;
            return answer;
        }
        catch (Exception failure)
        {
            var reason = timeout.IsCancellationRequested ? "it did not answer in time" : ReasonOf(failure);
            var problem = Fail(reason, failure);

            // A refusal comes at once, and may be about this version of the key only.
            if (failure is not RequestFailedException { Status: >= 400 and < 500 })
            {
                failed = new Failure(problem.Message, TimeProvider.System.GetTimestamp());
            }

            throw problem;
        }
    }

    private static (string Version, byte[] Value) Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web) is { Kid: { } version, Value: { } value }
                ? (version, Base64UrlEncoder.DecodeBytes(value))
                : throw new FormatException();
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            throw new InvalidDataException("the answer is not one of Key Vault's; something else answered, such as a proxy");
        }
    }

    // Azure's own messages speak of its options, and leave out the status when the body is not Key Vault's.
    private static string ReasonOf(Exception failure)
    {
        var causes = Conflicts.CausesOf(failure).ToList();
        return failure is RequestFailedException { Status: > 0 } refusal ? Refusal(refusal)
            : EntraError.CodeOf(failure) is null && causes.Exists(cause => cause is AuthenticationFailedException)
                && !causes.Exists(cause => cause is CredentialUnavailableException) ? "Entra gave no token for it, and no reason"
            : causes.OfType<HttpRequestException>().FirstOrDefault() is
                { HttpRequestError: not (HttpRequestError.Unknown or HttpRequestError.ResponseEnded) } network
                ? $"it cannot be reached ({network.HttpRequestError})"
            : causes.Exists(cause => cause is HttpRequestException or IOException) ? "the connection broke before the answer"
            : causes.Exists(cause => cause is OperationCanceledException) ? $"no answer within {AnswerWithin.TotalSeconds:0} seconds"
            : EntraError.ReasonOf(failure).TrimEnd('.');
    }

    private static string Refusal(RequestFailedException refusal) => string.IsNullOrEmpty(refusal.ErrorCode)
        ? $"HTTP {refusal.Status} without an error of Key Vault's; something else answered, such as a proxy or a firewall"
        : $"HTTP {refusal.Status} {refusal.ErrorCode}: {refusal.Message.Split('\n')[0].Trim().TrimEnd('.')}";

    private InvalidOperationException Fail(string reason, Exception? cause = null)
    {
        Log.Failed(logger, Address, reason);
        return new InvalidOperationException($"Key Vault did not wrap or unwrap with {Address}: {reason}.", cause);
    }

    private static HttpPipeline Pipeline(AdminOptions admin, MicrosoftCloud cloud)
    {
        var settings = new PipelineOptions
        {
            Transport = new HttpClientTransport(ExtraCertificateAuthorities.CreateHandler(admin.ExtraCaFile)),
            Retry = { MaxRetries = 2, NetworkTimeout = AnswerWithin },
        };
        var credential = EntraCredentials.Create(new EntraCredentialOptions
        {
            TenantId = admin.TenantId,
            ClientId = admin.ClientId,
            ClientSecret = admin.ClientSecret,
            ManagedIdentityClientId = admin.ManagedIdentityClientId,
            Authority = admin.Authority,
            ExtraCaFile = admin.ExtraCaFile,
        });
        return HttpPipelineBuilder.Build(settings, new BearerTokenAuthenticationPolicy(credential, cloud.KeyVaultScope));
    }

    [GeneratedRegex("^/keys/[0-9A-Za-z-]{1,127}$")]
    private static partial Regex KeyPath();

    private sealed record Answer(string? Kid, string? Value);

    private sealed record Failure(string Message, long At);

    private sealed class PipelineOptions : ClientOptions;

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "Key Vault did not wrap or unwrap with {Key}: {Reason}. Nobody can sign in on the admin page until it does, "
                + "unless this process has read its keys before; everything else works")]
        public static partial void Failed(ILogger logger, string key, string reason);
    }
}
