package dev.payfleet.worker.wire;

import dev.payfleet.payroll.PayrollRecord;
import dev.payfleet.payroll.WireValue;
import dev.payfleet.provider.Resource;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Writes results in the shapes of the contract. Every key is there, null included; the same records give the same
/// bytes. Callable from any thread.
public final class ResultWriter {

    private static final Supplier<JsonMapper> MAPPER = Lazily.once(ResultWriter::mapper);

    /// The body as the upstream API gets it: an array, but one object for the identity.
    ///
    /// @throws IllegalArgumentException when an identity is not exactly one record
    public byte[] write(Resource resource, List<? extends PayrollRecord> records) {
        return MAPPER.get().writeValueAsBytes(resource == Resource.IDENTITY ? only(records) : records);
    }

    private static PayrollRecord only(List<? extends PayrollRecord> records) {
        if (records.size() != 1) {
            throw new IllegalArgumentException("identity: expected one record, and there are " + records.size());
        }
        return records.getFirst();
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .addModule(new SimpleModule().addSerializer(WireValue.class, new WireValueSerializer()))
                .build();
    }

    private static final class WireValueSerializer extends ValueSerializer<WireValue> {
        @Override
        public void serialize(WireValue value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.wireValue());
        }
    }
}
