package dev.payfleet.session.embedded;

import dev.payfleet.session.Secret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.AesWrappingAlg;
import software.amazon.cryptography.materialproviders.model.CreateRawAesKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

/// The key ring of the embedded side: one AES key from the key file. Its name in a sealed record is the key
/// file's id.
final class RawAesKeyring {
    private static final String NAMESPACE = "payfleet-key-file";

    private RawAesKeyring() {}

    static IKeyring of(KeyFile file) {
        try (Secret wrapping = DerivedKeys.wrapping(file.key())) {
            byte[] key = wrapping.bytes();
            try {
                return keyring(file.id(), key);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }
    }

    private static IKeyring keyring(String name, byte[] key) {
        return MaterialProviders.builder()
                .MaterialProvidersConfig(MaterialProvidersConfig.builder().build())
                .build()
                .CreateRawAesKeyring(CreateRawAesKeyringInput.builder()
                        .keyNamespace(NAMESPACE)
                        .keyName(name)
                        .wrappingKey(ByteBuffer.wrap(key))
                        .wrappingAlg(AesWrappingAlg.ALG_AES256_GCM_IV12_TAG16)
                        .build());
    }
}
