package dev.payfleet.session.embedded;

import dev.payfleet.session.Secret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import software.amazon.cryptography.materialproviders.IKeyring;
import software.amazon.cryptography.materialproviders.MaterialProviders;
import software.amazon.cryptography.materialproviders.model.AesWrappingAlg;
import software.amazon.cryptography.materialproviders.model.CreateRawAesKeyringInput;
import software.amazon.cryptography.materialproviders.model.MaterialProvidersConfig;

/// A key ring of the embedded side: one AES key from the key file. Its name in a sealed record is the key's id.
final class RawAesKeyring {
    private static final String NAMESPACE = "payfleet-key-file";

    private RawAesKeyring() {}

    static IKeyring of(String id, Secret key) {
        try (Secret wrapping = DerivedKeys.wrapping(key)) {
            byte[] bytes = wrapping.bytes();
            try {
                return keyring(id, bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
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
