using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// Encrypts a key before it is stored: with a random AES key, which <see cref="WrappingKey"/> wraps. Without
/// <see cref="AdminOptions.KeyVaultKey"/> keys are stored as they are.
/// </summary>
internal sealed class SessionKeyEncryptor(IServiceProvider services) : IXmlEncryptor
{
    internal const int NonceBytes = 12;
    internal const int TagBytes = 16;
    private const int KeyBytes = 32;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        // The settings are read here: the framework creates this object before they are validated.
        if (!WrappingKey.IsUsed(services.GetRequiredService<IOptions<AdminOptions>>().Value))
        {
            return new NullXmlEncryptor().Encrypt(plaintextElement);
        }

        var secret = RandomNumberGenerator.GetBytes(KeyBytes);
        var (version, wrapped) = services.GetRequiredService<WrappingKey>().Wrap(secret);
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var (encrypted, tag) = (new byte[text.Length], new byte[TagBytes]);
        using (var aes = new AesGcm(secret, TagBytes))
        {
            aes.Encrypt(nonce, text, encrypted, tag, Encoding.UTF8.GetBytes(version));
        }

        CryptographicOperations.ZeroMemory(secret);
        CryptographicOperations.ZeroMemory(text);
        return new EncryptedXmlInfo(
            new XElement(
                "wrapped",
                new XElement("by", version),
                new XElement("key", Convert.ToBase64String(wrapped)),
                new XElement("nonce", Convert.ToBase64String(nonce)),
                new XElement("tag", Convert.ToBase64String(tag)),
                new XElement("text", Convert.ToBase64String(encrypted))),
            typeof(SessionKeyDecryptor));
    }
}
