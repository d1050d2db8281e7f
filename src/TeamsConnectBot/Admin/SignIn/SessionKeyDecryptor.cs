using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace TeamsConnectBot.Admin.SignIn;

/// <summary>
/// Decrypts what <see cref="SessionKeyEncryptor"/> encrypted. Stored keys name this class: renamed or moved, it could not read them.
/// </summary>
internal sealed class SessionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var version = (string)encryptedElement.Element("by")!;
        var secret = services.GetRequiredService<WrappingKey>().Unwrap(version, Bytes(encryptedElement, "key"));
        var encrypted = Bytes(encryptedElement, "text");
        var text = new byte[encrypted.Length];
        using (var aes = new AesGcm(secret, SessionKeyEncryptor.TagBytes))
        {
            aes.Decrypt(
                Bytes(encryptedElement, "nonce"), encrypted, Bytes(encryptedElement, "tag"), text, Encoding.UTF8.GetBytes(version));
        }

        CryptographicOperations.ZeroMemory(secret);
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }

    private static byte[] Bytes(XElement element, string name) => Convert.FromBase64String((string)element.Element(name)!);
}
