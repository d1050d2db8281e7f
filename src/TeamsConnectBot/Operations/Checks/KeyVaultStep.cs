using System.Security.Cryptography;
using TeamsConnectBot.Admin;
using TeamsConnectBot.Admin.SignIn;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>Checks whether Key Vault wraps and unwraps for the admin page, where its keys are protected by it.</summary>
internal sealed class KeyVaultStep(WrappingKey key, IOptions<AdminOptions> admin) : CheckStep
{
    public static readonly Finding Unusable = new(
        "key-vault", "Admin:KeyVaultKey cannot be used: ….",
        "With HTTP 403 the page's credential needs the role 'Key Vault Crypto Service Encryption User' on that key: docs/admin.md. "
        + "Otherwise check the address, and the network in between.");

    public static readonly Finding Different = new(
        "key-vault-differs", "it unwraps something else than was wrapped.", "Check which key Admin:KeyVaultKey names.");

    public override IEnumerable<Check> Checks => WrappingKey.IsUsed(admin.Value) ? [new Check("keyvault", "Key Vault", TryAsync)] : [];

    private Task<CheckResult> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var secret = RandomNumberGenerator.GetBytes(32);
            var (version, wrapped) = key.Wrap(secret);
            return Task.FromResult(key.Unwrap(version, wrapped).AsSpan().SequenceEqual(secret) ? CheckResult.Good() : Different.With());
        }
        catch (InvalidOperationException failure)
        {
            return Task.FromResult(Unusable.With(failure.Message.TrimEnd('.')));
        }
    }
}
