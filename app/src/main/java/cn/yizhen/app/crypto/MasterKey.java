package cn.yizhen.app.crypto;

/**
 * A key that wraps the keys of persons and never lies in the database (主密钥): a line of a file, or a key
 * inside a cryptographic device that does not give it away.
 */
interface MasterKey {

    /** Its check value (密钥校验值), eight hexadecimal digits: tells keys apart and gives nothing of them away. */
    String id();

    /** The algorithm, as the list of master keys shows it. */
    String algorithm();

    byte[] wrap(byte[] key);

    /** @throws WrongKey when it was not wrapped by this key */
    byte[] unwrap(byte[] wrapped) throws WrongKey;
}
