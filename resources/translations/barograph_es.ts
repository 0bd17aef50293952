<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>ErrorMeaning</name>
    <message>
        <source>A change to a group was made for some members only. See which ones are missing.</source>
        <translation>El cambio de un grupo solo se hizo para algunos miembros. Mire cuáles faltan.</translation>
    </message>
    <message>
        <source>A parameter of the request has a value that is not valid.</source>
        <translation>Un parámetro de la solicitud tiene un valor que no es válido.</translation>
    </message>
    <message>
        <source>Access denied. The login has expired, or the client is too old and has to be upgraded.</source>
        <translation>Acceso denegado. La sesión ha caducado, o el cliente es demasiado antiguo y hay que actualizarlo.</translation>
    </message>
    <message>
        <source>An error inside WhatsApp. Try again later.</source>
        <translation>Un error dentro de WhatsApp. Inténtelo más tarde.</translation>
    </message>
    <message>
        <source>An error inside the node, often between its containers. See whether CoreApp runs.</source>
        <translation>Un error dentro del nodo, a menudo entre sus contenedores. Mire si CoreApp está en marcha.</translation>
    </message>
    <message>
        <source>An error that the node does not explain. See its logs.</source>
        <translation>Un error que el nodo no explica. Mire sus registros.</translation>
    </message>
    <message>
        <source>Media could not be downloaded. See whether their address works.</source>
        <translation>No se pudo descargar el archivo multimedia. Mire si su dirección funciona.</translation>
    </message>
    <message>
        <source>Meta withheld a marketing message from somebody who gets many. Do not send it again at once.</source>
        <translation>Meta retuvo un mensaje de marketing para alguien que recibe muchos. No lo envíe otra vez enseguida.</translation>
    </message>
    <message>
        <source>Payment is not set up or overdue. See the account&apos;s billing.</source>
        <translation>El pago no está configurado o está vencido. Mire la facturación de la cuenta.</translation>
    </message>
    <message>
        <source>Sending is restricted because messages were blocked or called spam. Pause campaigns and look at the number&apos;s quality.</source>
        <translation>El envío está restringido porque hubo mensajes bloqueados o marcados como spam. Pause las campañas y mire la calidad del número.</translation>
    </message>
    <message>
        <source>The app makes too many API calls. Ask less often.</source>
        <translation>La app hace demasiadas llamadas a la API. Pregunte con menos frecuencia.</translation>
    </message>
    <message>
        <source>The business account is restricted for a policy violation. Look at its account quality page.</source>
        <translation>La cuenta de empresa está restringida por infringir las políticas. Mire su página de calidad de la cuenta.</translation>
    </message>
    <message>
        <source>The business account makes too many API calls. Ask less often.</source>
        <translation>La cuenta de empresa hace demasiadas llamadas a la API. Pregunte con menos frecuencia.</translation>
    </message>
    <message>
        <source>The group does not exist, or the number is not in it. Stop sending to it.</source>
        <translation>El grupo no existe, o el número no está en él. Deje de enviarle mensajes.</translation>
    </message>
    <message>
        <source>The group has one member only. Nothing can be sent to it.</source>
        <translation>El grupo tiene un solo miembro. No se le puede enviar nada.</translation>
    </message>
    <message>
        <source>The group is suspended for a policy violation. Stop sending to it.</source>
        <translation>El grupo está suspendido por infringir las políticas. Deje de enviarle mensajes.</translation>
    </message>
    <message>
        <source>The group would have too many members.</source>
        <translation>El grupo tendría demasiados miembros.</translation>
    </message>
    <message>
        <source>The message is too long.</source>
        <translation>El mensaje es demasiado largo.</translation>
    </message>
    <message>
        <source>The message ran out of time before it could be delivered.</source>
        <translation>Se agotó el tiempo del mensaje antes de que se pudiera entregar.</translation>
    </message>
    <message>
        <source>The message waited for more than a day. The person was not reachable.</source>
        <translation>El mensaje esperó más de un día. No se pudo localizar a la persona.</translation>
    </message>
    <message>
        <source>The node does not know the group.</source>
        <translation>El nodo no conoce el grupo.</translation>
    </message>
    <message>
        <source>The node is not ready yet. Try again in a moment.</source>
        <translation>El nodo aún no está listo. Inténtelo otra vez dentro de un momento.</translation>
    </message>
    <message>
        <source>The node is overloaded: its outgoing or callback queue is full. Stop sending until it has drained.</source>
        <translation>El nodo está sobrecargado: su cola de salida o de callbacks está llena. Deje de enviar hasta que se haya vaciado.</translation>
    </message>
    <message>
        <source>The number has as many groups as it may create.</source>
        <translation>El número tiene tantos grupos como puede crear.</translation>
    </message>
    <message>
        <source>The number is in maintenance, for example while its throughput is raised. Wait a minute.</source>
        <translation>El número está en mantenimiento, por ejemplo mientras se amplía su rendimiento. Espere un minuto.</translation>
    </message>
    <message>
        <source>The number is not a member of the group.</source>
        <translation>El número no es miembro del grupo.</translation>
    </message>
    <message>
        <source>The number sends too fast. Slow the outbound queue down.</source>
        <translation>El número envía demasiado rápido. Frene la cola de salida.</translation>
    </message>
    <message>
        <source>The number&apos;s certificate is not accepted. Register it again.</source>
        <translation>No se acepta el certificado del número. Regístrelo de nuevo.</translation>
    </message>
    <message>
        <source>The number&apos;s throughput is used up. Slow the outbound queue down.</source>
        <translation>El rendimiento del número está agotado. Frene la cola de salida.</translation>
    </message>
    <message>
        <source>The person last wrote more than 24 hours ago. Only a template can be sent.</source>
        <translation>La persona escribió por última vez hace más de 24 horas. Solo se puede enviar una plantilla.</translation>
    </message>
    <message>
        <source>The recipient is blocked.</source>
        <translation>El destinatario está bloqueado.</translation>
    </message>
    <message>
        <source>The recipient is no valid WhatsApp user.</source>
        <translation>El destinatario no es un usuario válido de WhatsApp.</translation>
    </message>
    <message>
        <source>The recipient&apos;s type does not fit the recipient.</source>
        <translation>El tipo de destinatario no corresponde al destinatario.</translation>
    </message>
    <message>
        <source>The request has a parameter that does not belong there.</source>
        <translation>La solicitud tiene un parámetro que no le corresponde.</translation>
    </message>
    <message>
        <source>The request lacks a parameter.</source>
        <translation>A la solicitud le falta un parámetro.</translation>
    </message>
    <message>
        <source>The request reached a CoreApp that is not the primary one, as happens during a failover. Try again.</source>
        <translation>La solicitud llegó a un CoreApp que no es el primario, como ocurre durante una conmutación. Inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The request reached a Master that is not the primary one, as happens during a failover. Try again.</source>
        <translation>La solicitud llegó a un Master que no es el primario, como ocurre durante una conmutación. Inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The template does not exist in that language.</source>
        <translation>La plantilla no existe en ese idioma.</translation>
    </message>
    <message>
        <source>Too many group operations from this number in a short time. Slow group messages down.</source>
        <translation>Demasiadas operaciones de grupo de este número en poco tiempo. Frene los mensajes a grupos.</translation>
    </message>
    <message>
        <source>Too many messages to the same person in a short time. Wait before writing to that person again; others are not affected.</source>
        <translation>Demasiados mensajes a la misma persona en poco tiempo. Espere antes de volver a escribirle; los demás no están afectados.</translation>
    </message>
    <message>
        <source>Too many requests to the node&apos;s API. Slow the bot down.</source>
        <translation>Demasiadas solicitudes a la API del nodo. Frene el bot.</translation>
    </message>
    <message>
        <source>What was asked for does not exist.</source>
        <translation>Lo que se pidió no existe.</translation>
    </message>
    <message>
        <source>What was to be created exists already.</source>
        <translation>Lo que se iba a crear ya existe.</translation>
    </message>
    <message>
        <source>WhatsApp withheld the message as part of an experiment. Do not send it again.</source>
        <translation>WhatsApp retuvo el mensaje como parte de un experimento. No lo envíe otra vez.</translation>
    </message>
</context>
<context>
    <name>Marker</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>barograph::AccountSection</name>
    <message>
        <source>%1 in groups</source>
        <translation>%1 en grupos</translation>
    </message>
    <message>
        <source>%1 in single chats</source>
        <translation>%1 en chats individuales</translation>
    </message>
    <message>
        <source>%1, counted apart</source>
        <translation>%1, contados aparte</translation>
    </message>
    <message>
        <source>%1, counted since the journal begins</source>
        <translation>%1, contados desde que empieza el diario</translation>
    </message>
    <message>
        <source>Counted apart since the journal begins. None of these spends TPS by itself, as far as is known.</source>
        <translation>Contados aparte desde que empieza el diario. Ninguno de ellos gasta TPS por sí mismo, que se sepa.</translation>
    </message>
    <message>
        <source>Counted apart, by kind</source>
        <translation>Contados aparte, por tipo</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contados</translation>
    </message>
    <message>
        <source>Events of this number, accounted for</source>
        <translation>Eventos de este número, con su cuenta</translation>
    </message>
    <message>
        <source>In groups</source>
        <translation>En grupos</translation>
    </message>
    <message>
        <source>In single chats</source>
        <translation>En chats individuales</translation>
    </message>
    <message>
        <source>Since the journal begins.</source>
        <translation>Desde que empieza el diario.</translation>
    </message>
</context>
<context>
    <name>barograph::AddNodeWizard</name>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Finalizar</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Siguiente &gt;</translation>
    </message>
    <message>
        <source>&amp;Save &gt;</source>
        <translation>&amp;Guardar &gt;</translation>
    </message>
    <message>
        <source>&amp;Test &gt;</source>
        <translation>&amp;Probar &gt;</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Atrás</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Añadir un número</translation>
    </message>
    <message>
        <source>Address and login</source>
        <translation>Dirección y acceso</translation>
    </message>
    <message>
        <source>Barograph looks step by step and changes nothing at the node.</source>
        <translation>Barograph mira paso a paso y no cambia nada en el nodo.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Does it answer?</source>
        <translation>¿Responde?</translation>
    </message>
    <message>
        <source>Fetching the address.</source>
        <translation>Buscando la dirección.</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Primer evento</translation>
    </message>
    <message>
        <source>It arrives</source>
        <translation>Llega</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Let the node send its events here</source>
        <translation>Hacer que el nodo envíe sus eventos aquí</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>Save &amp;without a test</source>
        <translation>Guardar sin prue&amp;ba</translation>
    </message>
    <message>
        <source>Saving.</source>
        <translation>Guardando.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Paso %1 de %2: %3</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>The number is saved. Give this address to the node.</source>
        <translation>El número está guardado. Dé esta dirección al nodo.</translation>
    </message>
    <message>
        <source>Waiting for the first event</source>
        <translation>Esperando el primer evento</translation>
    </message>
    <message>
        <source>Webhooks of %1</source>
        <translation>Webhooks de %1</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>What does the number run on?</source>
        <translation>¿En qué funciona el número?</translation>
    </message>
    <message>
        <source>Where is it, and how may it be asked?</source>
        <translation>¿Dónde está y cómo se le puede preguntar?</translation>
    </message>
</context>
<context>
    <name>barograph::Annotation</name>
    <message>
        <source>A note has at most %1 characters; this one has %2.</source>
        <translation>Una nota tiene como máximo %1 caracteres; esta tiene %2.</translation>
    </message>
    <message>
        <source>Eight or more digits in a row may be a phone number, and those are not kept here. Leave the number out; write dates as 2026-03-01.</source>
        <translation>Ocho o más cifras seguidas pueden ser un número de teléfono, y esos no se guardan aquí. Quite el número; escriba las fechas como 2026-03-01.</translation>
    </message>
    <message>
        <source>Is there a phone number in it? Notes are stored as they are.</source>
        <translation>¿Contiene un número de teléfono? Las notas se guardan tal como están.</translation>
    </message>
    <message>
        <source>Is there a token or password in it? Notes are stored as they are.</source>
        <translation>¿Contiene un token o una contraseña? Las notas se guardan tal como están.</translation>
    </message>
    <message>
        <source>This looks like a phone number, and those are not kept here. Leave the number out.</source>
        <translation>Esto parece un número de teléfono, y esos no se guardan aquí. Quite el número.</translation>
    </message>
    <message>
        <source>Write what happened.</source>
        <translation>Escriba qué ocurrió.</translation>
    </message>
</context>
<context>
    <name>barograph::AnnotationStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Not removed. %1 The note is still there.</source>
        <translation>No se ha quitado. %1 La nota sigue ahí.</translation>
    </message>
    <message>
        <source>Not saved. %1 Your text is kept here until it is saved or cancelled.</source>
        <translation>No se ha guardado. %1 Su texto se conserva aquí hasta que se guarde o se cancele.</translation>
    </message>
    <message>
        <source>Note at %1</source>
        <translation>Nota a las %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Quitar nota</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texto de la nota</translation>
    </message>
    <message>
        <source>The note is being removed…</source>
        <translation>La nota se está quitando…</translation>
    </message>
    <message>
        <source>The note is being saved…</source>
        <translation>La nota se está guardando…</translation>
    </message>
    <message>
        <source>What happened? No phone numbers, no passwords.</source>
        <translation>¿Qué ocurrió? Sin números de teléfono ni contraseñas.</translation>
    </message>
</context>
<context>
    <name>barograph::Asked</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Business account</source>
        <translation>Cuenta de empresa</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>But its webhooks arrive, the last one %1.</source>
        <translation>Pero sus webhooks llegan, el último %1.</translation>
    </message>
    <message>
        <source>It cannot be asked how it is.</source>
        <translation>No se le puede preguntar cómo está.</translation>
    </message>
    <message>
        <source>Its last webhook came %1.</source>
        <translation>Su último webhook llegó %1.</translation>
    </message>
    <message>
        <source>Meta did not say whether this number may send.</source>
        <translation>Meta no dijo si este número puede enviar.</translation>
    </message>
    <message>
        <source>Meta has blocked this number from sending.</source>
        <translation>Meta ha bloqueado el envío de este número.</translation>
    </message>
    <message>
        <source>Meta lets this number send with limits only.</source>
        <translation>Meta deja enviar a este número solo con límites.</translation>
    </message>
    <message>
        <source>Meta lets this number send.</source>
        <translation>Meta deja enviar a este número.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>The node answers, but has not told how it is yet.</source>
        <translation>El nodo responde, pero aún no ha dicho cómo está.</translation>
    </message>
    <message>
        <source>The node has not been asked yet.</source>
        <translation>Aún no se ha preguntado al nodo.</translation>
    </message>
    <message>
        <source>The node says &quot;%1&quot; about its session, which is not known here.</source>
        <translation>El nodo dice &quot;%1&quot; de su sesión, que aquí no se conoce.</translation>
    </message>
    <message>
        <source>The node says that its session has failed.</source>
        <translation>El nodo dice que su sesión ha fallado.</translation>
    </message>
    <message>
        <source>The node says that its session is starting.</source>
        <translation>El nodo dice que su sesión está arrancando.</translation>
    </message>
    <message>
        <source>The node says that its session is stopped.</source>
        <translation>El nodo dice que su sesión está detenida.</translation>
    </message>
    <message>
        <source>The node says that its session needs a login.</source>
        <translation>El nodo dice que su sesión necesita un inicio de sesión.</translation>
    </message>
    <message>
        <source>The node says that its session works.</source>
        <translation>El nodo dice que su sesión funciona.</translation>
    </message>
    <message>
        <source>The node&apos;s last word is too old to act on.</source>
        <translation>Lo último que dijo el nodo es demasiado antiguo para actuar según ello.</translation>
    </message>
    <message>
        <source>available</source>
        <translation>disponible</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>limitado</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::AskedSection</name>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>Puede enviar</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Rendimiento</translation>
    </message>
    <message>
        <source>What Meta permits. It is no sign that messages get through: events arriving are.</source>
        <translation>Lo que Meta permite. No es señal de que los mensajes pasen: los eventos que llegan sí lo son.</translation>
    </message>
</context>
<context>
    <name>barograph::AskedText</name>
    <message>
        <source>%1 (%2), engine %3</source>
        <translation>%1 (%2), motor %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>the node&apos;s own word, what it means</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, engine %2</source>
        <translation>%1, motor %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state, why</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Fails: last tried %1, last answer %2.</source>
        <translation>Falla: último intento %1, última respuesta %2.</translation>
    </message>
    <message>
        <source>Fails: last tried %1, no answer in this run.</source>
        <translation>Falla: último intento %1, sin respuesta en esta ejecución.</translation>
    </message>
    <message>
        <source>HIGH: 1,000 messages a second, received and sent together</source>
        <translation>HIGH: 1000 mensajes por segundo, recibidos y enviados en conjunto</translation>
    </message>
    <message>
        <source>Last answer %1.</source>
        <translation>Última respuesta %1.</translation>
    </message>
    <message>
        <source>No answer yet, last tried %1.</source>
        <translation>Aún sin respuesta, último intento %1.</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>Aún no se ha preguntado.</translation>
    </message>
    <message>
        <source>Not asked: it is switched off.</source>
        <translation>No se pregunta: está desactivado.</translation>
    </message>
    <message>
        <source>Not asked: no address is configured. What is known comes from its webhooks.</source>
        <translation>No se pregunta: no hay ninguna dirección configurada. Lo que se sabe viene de sus webhooks.</translation>
    </message>
    <message>
        <source>RED: many recipients complain; Meta may limit or block the number</source>
        <translation>RED: muchos destinatarios se quejan; Meta puede limitar o bloquear el número</translation>
    </message>
    <message>
        <source>STANDARD: 80 messages a second, received and sent together (20 if the number is also used in the Business app)</source>
        <translation>STANDARD: 80 mensajes por segundo, recibidos y enviados en conjunto (20 si el número también se usa en la app Business)</translation>
    </message>
    <message>
        <source>YELLOW: recipients complain; a further drop can cost limits</source>
        <translation>YELLOW: hay destinatarios que se quejan; si baja más, puede costar límites</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>aún sin calificar</translation>
    </message>
    <message>
        <source>version %1, %2</source>
        <translation>versión %1, %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>versión %1</translation>
    </message>
</context>
<context>
    <name>barograph::Backend</name>
    <message>
        <source>Only notes can be taken away.</source>
        <translation>Solo se pueden quitar notas.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made or written. Check its permissions and the room on its disk, or name another one with --data.</source>
        <translation>La carpeta %1 no se puede crear o no se puede escribir en ella. Compruebe sus permisos y el espacio en el disco, o indique otra con --data.</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>El informe está en %1.</translation>
    </message>
    <message>
        <source>This node is not in the configuration any more.</source>
        <translation>Este nodo ya no está en la configuración.</translation>
    </message>
</context>
<context>
    <name>barograph::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Events cannot be stored and are refused: %1</source>
        <translation>Los eventos no se pueden guardar y se rechazan: %1</translation>
    </message>
    <message>
        <source>FAILED: %1. %2</source>
        <translation>FALLÓ: %1. %2</translation>
    </message>
    <message>
        <source>NOT VERIFIED: %1. %2</source>
        <translation>SIN VERIFICAR: %1. %2</translation>
    </message>
    <message>
        <source>Nothing new has come for a while: what is shown is old.</source>
        <translation>Hace un rato que no llega nada nuevo: lo que se muestra es antiguo.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Recordatorios</translation>
    </message>
    <message>
        <source>Webhooks cannot be received: %1</source>
        <translation>No se pueden recibir webhooks: %1</translation>
    </message>
</context>
<context>
    <name>barograph::CallbacksPanel</name>
    <message>
        <source>%1 callbacks at present</source>
        <translation>%1 callbacks actualmente</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Como está</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Shows first what would change. Nothing is written before you confirm.</source>
        <translation>Muestra primero lo que cambiaría. No se escribe nada antes de que usted lo confirme.</translation>
    </message>
    <message>
        <source>Status callbacks</source>
        <translation>Callbacks de estado</translation>
    </message>
    <message>
        <source>Tick what you want the node to send, then press Change.</source>
        <translation>Marque lo que el nodo debe enviar y pulse Cambiar.</translation>
    </message>
    <message>
        <source>Ticks again what the node sends at present.</source>
        <translation>Vuelve a marcar lo que el nodo envía actualmente.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>read from the node&apos;s settings</source>
        <translation>leído de los ajustes del nodo</translation>
    </message>
</context>
<context>
    <name>barograph::Capacity</name>
    <message>
        <source>%1 TPS would have been enough: less than 0.1% of the known seconds were above.</source>
        <translation>%1 TPS habrían bastado: menos del 0,1 % de los segundos conocidos quedó por encima.</translation>
    </message>
    <message>
        <source>%1 a second, %2</source>
        <translation>%1 por segundo, %2</translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation>%1 medido</translation>
    </message>
    <message>
        <source>%1 of the time, %2</source>
        <translation>%1 del tiempo, %2</translation>
    </message>
    <message>
        <source>%1: at 80% or more for %2, at 100% or more for %3; %4.</source>
        <translation>%1: al 80 % o más durante %2, al 100 % o más durante %3; %4.</translation>
    </message>
    <message>
        <source>%1: not measured.</source>
        <translation>%1: no medido.</translation>
    </message>
    <message>
        <source>%1: not part of this time.</source>
        <translation>%1: no forma parte de este intervalo.</translation>
    </message>
    <message>
        <source>%1: the budget was not known.</source>
        <translation>%1: no se conocía el presupuesto.</translation>
    </message>
    <message>
        <source>%1:00 to %2:00</source>
        <translation>de %1:00 a %2:00</translation>
    </message>
    <message>
        <source>Computed from seconds that the present budget limited: without it they might have been higher.</source>
        <translation>Calculado con segundos que el presupuesto actual limitó: sin él podrían haber sido más altos.</translation>
    </message>
    <message>
        <source>Counted second by second from webhooks, by when they arrived. %1 of seconds that were known are compared, each with the allocated TPS that was in force in it. Where only some kinds were known, only those count.</source>
        <translation>Contado segundo a segundo por webhooks, según cuándo llegaron. Se compara el %1 de los segundos conocidos, cada uno con los TPS asignados que regían entonces. Donde solo se conocían algunos tipos, solo cuentan esos.</translation>
    </message>
    <message>
        <source>Measured: %1 of %2 (%3). Not measured: %4.</source>
        <translation>Medido: %1 de %2 (%3). Sin medir: %4.</translation>
    </message>
    <message>
        <source>Measured: all of %1.</source>
        <translation>Medido: todo de %1.</translation>
    </message>
    <message>
        <source>Measured: nothing of %1.</source>
        <translation>Medido: nada de %1.</translation>
    </message>
    <message>
        <source>Not even %1 TPS would have been enough for 999 of 1,000 seconds.</source>
        <translation>Ni siquiera %1 TPS habrían bastado para 999 de cada 1000 segundos.</translation>
    </message>
    <message>
        <source>Nothing is known of any second in this time. That is not zero.</source>
        <translation>No se conoce ningún segundo de este intervalo. Eso no es cero.</translation>
    </message>
    <message>
        <source>Nothing of this time is here yet.</source>
        <translation>Aún no hay nada de este intervalo aquí.</translation>
    </message>
    <message>
        <source>The allocated TPS was not known in any of these seconds. Enter it in this number&apos;s configuration.</source>
        <translation>En ninguno de estos segundos se conocían los TPS asignados. Introdúzcalos en la configuración de este número.</translation>
    </message>
    <message>
        <source>What budget would have been enough is not known.</source>
        <translation>No se sabe qué presupuesto habría bastado.</translation>
    </message>
    <message>
        <source>all measured</source>
        <translation>todo medido</translation>
    </message>
    <message>
        <source>less than 0.1%</source>
        <translation>menos del 0,1 %</translation>
    </message>
    <message>
        <source>more than 99%</source>
        <translation>más del 99 %</translation>
    </message>
    <message>
        <source>more than 99.9%</source>
        <translation>más del 99,9 %</translation>
    </message>
    <message>
        <source>no event at all</source>
        <translation>ningún evento</translation>
    </message>
    <message>
        <source>not one second</source>
        <translation>ni un segundo</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::CapacityPanel</name>
    <message>
        <source>A second is measured when Barograph listened from its start to its end. Others are not counted as quiet.</source>
        <translation>Un segundo está medido cuando Barograph escuchó desde su comienzo hasta su final. Los demás no cuentan como tranquilos.</translation>
    </message>
    <message>
        <source>At 100% of the budget or more</source>
        <translation>Al 100 % del presupuesto o más</translation>
    </message>
    <message>
        <source>At 100% or more</source>
        <translation>Al 100 % o más</translation>
    </message>
    <message>
        <source>At 80% of the budget or more</source>
        <translation>Al 80 % del presupuesto o más</translation>
    </message>
    <message>
        <source>At 80% or more</source>
        <translation>Al 80 % o más</translation>
    </message>
    <message>
        <source>Busiest second</source>
        <translation>Segundo más cargado</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Local hours (%1). Striped: at 80% of the budget or more. Solid: at 100%. Hatched: not measured.</source>
        <translation>Horas locales (%1). A rayas: al 80 % del presupuesto o más. Relleno: al 100 %. Tramado: no medido.</translation>
    </message>
    <message>
        <source>Never used up, but close to it for %1 of the time</source>
        <translation>Nunca agotado, pero cerca de ello durante %1 del tiempo</translation>
    </message>
    <message>
        <source>Not one known second came near the budget</source>
        <translation>Ni un segundo conocido se acercó al presupuesto</translation>
    </message>
    <message>
        <source>Nothing is known of this time</source>
        <translation>No se conoce nada de este intervalo</translation>
    </message>
    <message>
        <source>Of the budgets that can be had: 10, 15, 20, 80 and 1,000 TPS.</source>
        <translation>De los presupuestos que se pueden tener: 10, 15, 20, 80 y 1000 TPS.</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>En pantalla</translation>
    </message>
    <message>
        <source>Part of this time cannot be read. %1</source>
        <translation>Una parte de este intervalo no se puede leer. %1</translation>
    </message>
    <message>
        <source>Part of this time is still being read from the history.</source>
        <translation>Una parte de este intervalo aún se está leyendo del historial.</translation>
    </message>
    <message>
        <source>The budget was not known in this time</source>
        <translation>El presupuesto no se conocía en este intervalo</translation>
    </message>
    <message>
        <source>The budget was used up for %1 of the time</source>
        <translation>El presupuesto estuvo agotado durante %1 del tiempo</translation>
    </message>
    <message>
        <source>The second in which most events arrived, by webhooks; of equal ones the first.</source>
        <translation>El segundo en que llegaron más eventos, según los webhooks; de los iguales, el primero.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Use of the budget</source>
        <translation>Uso del presupuesto</translation>
    </message>
</context>
<context>
    <name>barograph::CaptureDialog</name>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Grabar</translation>
    </message>
    <message>
        <source>Record raw bodies</source>
        <translation>Grabar cuerpos en bruto</translation>
    </message>
    <message>
        <source>Record the raw bodies of %1 for 10 minutes?</source>
        <translation>¿Grabar los cuerpos en bruto de %1 durante 10 minutos?</translation>
    </message>
    <message>
        <source>While it goes on, a line at the top of the window says so.</source>
        <translation>Mientras dura, una línea en la parte superior de la ventana lo dice.</translation>
    </message>
</context>
<context>
    <name>barograph::CertificateDialog</name>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Sobrescribir</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>A node that is to trust this listener needs its certificate. The file holds no secret.</source>
        <translation>Un nodo que deba confiar en este receptor necesita su certificado. El archivo no contiene ningún secreto.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Archivo que se escribe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>PEM (*.pem)</source>
        <translation>PEM (*.pem)</translation>
    </message>
    <message>
        <source>SHA-256 of the certificate</source>
        <translation>SHA-256 del certificado</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Save webhook certificate</source>
        <translation>Guardar certificado de webhooks</translation>
    </message>
    <message>
        <source>The file exists and will be overwritten.</source>
        <translation>El archivo existe y se sobrescribirá.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::ChartActions</name>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>%1 no se guardó: %2</translation>
    </message>
    <message>
        <source>%1 was not saved: its name has to end in .png, .svg or .csv.</source>
        <translation>%1 no se guardó: su nombre tiene que terminar en .png, .svg o .csv.</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Volver a lo actual</translation>
    </message>
    <message>
        <source>Copied as CSV.</source>
        <translation>Copiado como CSV.</translation>
    </message>
    <message>
        <source>Copied as an image.</source>
        <translation>Copiado como imagen.</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>Copy as an image</source>
        <translation>Copiar como imagen</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dibujo (*.svg)</translation>
    </message>
    <message>
        <source>Picture for print (*.png)</source>
        <translation>Imagen para imprimir (*.png)</translation>
    </message>
    <message>
        <source>Remove the marks</source>
        <translation>Quitar las marcas</translation>
    </message>
    <message>
        <source>Save as PNG, SVG or CSV…</source>
        <translation>Guardar como PNG, SVG o CSV…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Guardar el gráfico</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Set mark A here</source>
        <translation>Poner aquí la marca A</translation>
    </message>
    <message>
        <source>Set mark B here</source>
        <translation>Poner aquí la marca B</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Mostrar como tabla</translation>
    </message>
    <message>
        <source>Values (*.csv)</source>
        <translation>Valores (*.csv)</translation>
    </message>
    <message>
        <source>Write a note here…</source>
        <translation>Escribir una nota aquí…</translation>
    </message>
    <message>
        <source>Zoom in here</source>
        <translation>Acercar aquí</translation>
    </message>
    <message>
        <source>Zoom out here</source>
        <translation>Alejar aquí</translation>
    </message>
    <message>
        <source>Zoom to what is between the marks</source>
        <translation>Acercar a lo que hay entre las marcas</translation>
    </message>
</context>
<context>
    <name>barograph::ChartLegend</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, what is not told</source>
        <translation>%1, lo que no se dice</translation>
    </message>
    <message>
        <source>How the chart is drawn</source>
        <translation>Cómo se dibuja el gráfico</translation>
    </message>
</context>
<context>
    <name>barograph::ChartPrint</name>
    <message>
        <source>%1 to %2, local time (%3)</source>
        <translation>De %1 a %2, hora local (%3)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2 (SIMULATED)</source>
        <translation>%1: %2 (SIMULADO)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: at most %2, mean %3</source>
        <translation>%1: como máximo %2, media %3</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: no se conoce</translation>
    </message>
    <message>
        <source>%1: taken out</source>
        <translation>%1: fuera del gráfico</translation>
    </message>
</context>
<context>
    <name>barograph::ChartShortcuts</name>
    <message>
        <source>+, -</source>
        <translation>+, -</translation>
    </message>
    <message>
        <source>1 to 9</source>
        <translation>1 a 9</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Volver a lo actual</translation>
    </message>
    <message>
        <source>Copy the chart as an image</source>
        <translation>Copiar el gráfico como imagen</translation>
    </message>
    <message>
        <source>Copy the values as CSV</source>
        <translation>Copiar los valores como CSV</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Ctrl+Drag</source>
        <translation>Ctrl+Arrastrar</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Mayús+C</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Drag a mark</source>
        <translation>Arrastrar una marca</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Draw the chart in the next way: stacked, lines, percent</source>
        <translation>Dibujar el gráfico de la manera siguiente: apilado, líneas, porcentaje</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>Everything a chart can do</source>
        <translation>Todo lo que puede hacer un gráfico</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Inicio, Fin</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Izquierda, Derecha</translation>
    </message>
    <message>
        <source>M, Shift+M</source>
        <translation>M, Mayús+M</translation>
    </message>
    <message>
        <source>Move the cursor by one column, or by a second where it is wider</source>
        <translation>Mover el cursor una columna, o un segundo donde este sea más ancho</translation>
    </message>
    <message>
        <source>Move the cursor by ten</source>
        <translation>Mover el cursor de diez en diez</translation>
    </message>
    <message>
        <source>Move the cursor to the next or the last marker</source>
        <translation>Mover el cursor al marcador siguiente o al anterior</translation>
    </message>
    <message>
        <source>Move the cursor to the oldest or the newest moment in view</source>
        <translation>Mover el cursor al momento más antiguo o al más reciente a la vista</translation>
    </message>
    <message>
        <source>Move the view by half of what it shows</source>
        <translation>Mover la vista la mitad de lo que muestra</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Mover la vista</translation>
    </message>
    <message>
        <source>Move this reference mark; Escape puts it back</source>
        <translation>Mover esta marca de referencia; Escape la devuelve a su sitio</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Re Pág, Av Pág</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Right click, Menu key</source>
        <translation>Clic derecho, tecla Menú</translation>
    </message>
    <message>
        <source>Save the chart as PNG, SVG or CSV</source>
        <translation>Guardar el gráfico como PNG, SVG o CSV</translation>
    </message>
    <message>
        <source>Set a reference mark, or both</source>
        <translation>Poner una marca de referencia, o ambas</translation>
    </message>
    <message>
        <source>Set the next reference mark at the cursor: A, then B</source>
        <translation>Poner la siguiente marca de referencia en el cursor: A, después B</translation>
    </message>
    <message>
        <source>Shift+Click, Shift+Drag</source>
        <translation>Mayús+Clic, Mayús+Arrastrar</translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right</source>
        <translation>Mayús+Izquierda, Mayús+Derecha</translation>
    </message>
    <message>
        <source>Shift+Wheel</source>
        <translation>Mayús+Rueda</translation>
    </message>
    <message>
        <source>Show the chart as a table</source>
        <translation>Mostrar el gráfico como tabla</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>Take a series out of the chart, or back in, in the order of the legend</source>
        <translation>Sacar una serie del gráfico, o volver a ponerla, en el orden de la leyenda</translation>
    </message>
    <message>
        <source>Take the cursor away, then the reference marks</source>
        <translation>Quitar el cursor, después las marcas de referencia</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Zoom at the mouse</source>
        <translation>Acercar o alejar en el ratón</translation>
    </message>
    <message>
        <source>Zoom in or out at the cursor</source>
        <translation>Acercar o alejar en el cursor</translation>
    </message>
    <message>
        <source>Zoom into the box</source>
        <translation>Acercar al recuadro</translation>
    </message>
</context>
<context>
    <name>barograph::ChartTable</name>
    <message>
        <source>Local time (%1)</source>
        <translation>Hora local (%1)</translation>
    </message>
</context>
<context>
    <name>barograph::ChartTableWindow</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1 como tabla</translation>
    </message>
    <message>
        <source>In %1. The newest is at the top and follows the chart.</source>
        <translation>En %1. Lo más reciente está arriba y sigue al gráfico.</translation>
    </message>
    <message>
        <source>In %1. The rows stand still while one is chosen; Escape lets it go.</source>
        <translation>En %1. Las filas se detienen mientras hay una elegida; Escape la suelta.</translation>
    </message>
</context>
<context>
    <name>barograph::ClearButton</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>barograph::CommandPalette</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Close what lies on top</source>
        <translation>Cerrar lo que está encima</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Órdenes que coinciden</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Buscar una orden</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
    <message>
        <source>Next field or panel</source>
        <translation>Siguiente campo o panel</translation>
    </message>
    <message>
        <source>Not available at present.</source>
        <translation>No disponible en este momento.</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nada se llama así.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Abrir el menú</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Previous field or panel</source>
        <translation>Campo o panel anterior</translation>
    </message>
    <message>
        <source>Show members</source>
        <translation>Mostrar miembros</translation>
    </message>
    <message>
        <source>Show notices</source>
        <translation>Mostrar avisos</translation>
    </message>
    <message>
        <source>Show webhooks</source>
        <translation>Mostrar webhooks</translation>
    </message>
    <message>
        <source>What do you want to do? A few letters are enough.</source>
        <translation>¿Qué quiere hacer? Bastan unas pocas letras.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
</context>
<context>
    <name>barograph::ConditionStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Nothing is known of this number yet: it has not answered, and no webhook of it has arrived.</source>
        <translation>Aún no se sabe nada de este número: no ha respondido, y no ha llegado ningún webhook suyo.</translation>
    </message>
    <message>
        <source>STALE: no new figures for %1. All that is shown here is as it was at %2.</source>
        <translation>DESACTUALIZADO: sin cifras nuevas desde hace %1. Todo lo que se muestra aquí está como a las %2.</translation>
    </message>
    <message>
        <source>State of this view</source>
        <translation>Estado de esta vista</translation>
    </message>
    <message>
        <source>Switched off: what it would have to be asked for is from before. Webhooks that still come are counted.</source>
        <translation>Desactivado: lo que habría que preguntarle es de antes. Los webhooks que aún llegan se cuentan.</translation>
    </message>
    <message>
        <source>This number has never answered, and no webhook of it has arrived. %1</source>
        <translation>Este número nunca ha respondido, y no ha llegado ningún webhook suyo. %1</translation>
    </message>
</context>
<context>
    <name>barograph::Config</name>
    <message>
        <source>%1 cannot be read: %2. Check the path and its permissions.</source>
        <translation>%1 no se puede leer: %2. Compruebe la ruta y sus permisos.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Check the folder&apos;s permissions and the space on the disk.</source>
        <translation>%1 no se puede escribir: %2. Compruebe los permisos de la carpeta y el espacio en el disco.</translation>
    </message>
    <message>
        <source>%1 is larger than 4 MiB and is no configuration. Check --config.</source>
        <translation>%1 pasa de 4 MiB y no es una configuración. Compruebe --config.</translation>
    </message>
    <message>
        <source>%1ca_file has no effect on trust: the pinned certificate alone is accepted</source>
        <translation>%1ca_file no influye en la confianza: solo se acepta el certificado fijado</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no IP address or network. Write it like 10.0.0.5, 10.0.0.0/8, ::1 or 2001:db8::/32.</source>
        <translation>&quot;%1&quot; no es una dirección IP ni una red. Escríbala como 10.0.0.5, 10.0.0.0/8, ::1 o 2001:db8::/32.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no way to prove where a request comes from. Write one of: %2.</source>
        <translation>&quot;%1&quot; no es una manera de probar de dónde viene una solicitud. Escriba una de estas: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a kind of node. Write one of: %2.</source>
        <translation>&quot;%1&quot; no es un tipo de nodo. Escriba uno de estos: %2.</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hex digits, with or without colons. Get it with: openssl s_client -connect HOST:PORT &lt;/dev/null | openssl x509 -noout -fingerprint -sha256</source>
        <translation>Una huella SHA-256 tiene 64 dígitos hexadecimales, con o sin dos puntos. Obténgala con: openssl s_client -connect HOST:PORT &lt;/dev/null | openssl x509 -noout -fingerprint -sha256</translation>
    </message>
    <message>
        <source>A group&apos;s name has at most 80 characters.</source>
        <translation>El nombre de un grupo tiene como máximo 80 caracteres.</translation>
    </message>
    <message>
        <source>A user name has 1 to 128 characters and no colon.</source>
        <translation>Un nombre de usuario tiene de 1 a 128 caracteres y ningún signo de dos puntos.</translation>
    </message>
    <message>
        <source>A user name is compared with auth = &quot;basic&quot; only. Remove it, or set that.</source>
        <translation>El nombre de usuario solo se compara con auth = &quot;basic&quot;. Quítelo, o ponga eso.</translation>
    </message>
    <message>
        <source>A user name or password does not belong into an address. Remove it and store the password with: barograph secret --node ID --name password</source>
        <translation>Un nombre de usuario o una contraseña no deben estar en una dirección. Quítelos y guarde la contraseña con: barograph secret --node ID --name password</translation>
    </message>
    <message>
        <source>An id is 1 to 40 lower-case letters, digits and hyphens, e.g. &quot;support-eu&quot;.</source>
        <translation>Un id tiene de 1 a 40 letras minúsculas, dígitos y guiones, p. ej. &quot;support-eu&quot;.</translation>
    </message>
    <message>
        <source>An on-premises client has one number only. Remove the account.</source>
        <translation>Un cliente local tiene un solo número. Quite la cuenta.</translation>
    </message>
    <message>
        <source>At most 1000 nodes can be watched by one Barograph.</source>
        <translation>Un Barograph puede vigilar como máximo 1000 nodos.</translation>
    </message>
    <message>
        <source>At most 256 networks can be allowed.</source>
        <translation>Se pueden permitir como máximo 256 redes.</translation>
    </message>
    <message>
        <source>Client certificates are asked for only with tls = true and client_ca_file under [listener]; without them nobody could reach this node. Set both, or remove this.</source>
        <translation>Los certificados de cliente solo se piden con tls = true y client_ca_file en [listener]; sin ellos nadie podría llegar a este nodo. Ponga ambos, o quite esto.</translation>
    </message>
    <message>
        <source>For Picky Assist this is the number of the application, e.g. 10 for WhatsApp web automation.</source>
        <translation>Para Picky Assist es el número de la aplicación, p. ej. 10 para la automatización de WhatsApp web.</translation>
    </message>
    <message>
        <source>For the Cloud API this is the phone number id: 1 to 20 digits, as the app&apos;s console shows it under WhatsApp, API setup.</source>
        <translation>Para la Cloud API es el id del número de teléfono: de 1 a 20 dígitos, como lo muestra la consola de la app en WhatsApp, API setup.</translation>
    </message>
    <message>
        <source>Give the node a name of 1 to 80 characters.</source>
        <translation>Dé al nodo un nombre de 1 a 80 caracteres.</translation>
    </message>
    <message>
        <source>Only https:// (and http:// on this machine) can be used.</source>
        <translation>Solo se puede usar https:// (y http:// en esta máquina).</translation>
    </message>
    <message>
        <source>Only scheme, host and port belong here: https://10.0.0.5:9090. The paths of the API are known.</source>
        <translation>Aquí solo van esquema, host y puerto: https://10.0.0.5:9090. Las rutas de la API se conocen.</translation>
    </message>
    <message>
        <source>Only the Cloud API has versions to choose from. Remove it.</source>
        <translation>Solo la Cloud API tiene versiones entre las que elegir. Quítela.</translation>
    </message>
    <message>
        <source>Plain http:// is accepted for this machine only (127.0.0.1, ::1, localhost), because it would show passwords on the network. Use https://.</source>
        <translation>http:// sin cifrar solo se acepta para esta máquina (127.0.0.1, ::1, localhost), porque dejaría ver contraseñas en la red. Use https://.</translation>
    </message>
    <message>
        <source>Reading failed: %1.</source>
        <translation>La lectura falló: %1.</translation>
    </message>
    <message>
        <source>Say where the depth is in the answer, e.g. &quot;/depth&quot;.</source>
        <translation>Diga dónde está la longitud de la cola en la respuesta, p. ej. &quot;/depth&quot;.</translation>
    </message>
    <message>
        <source>Secrets do not belong into this file. Remove the line and store the secret with: barograph secret --node ID --name password</source>
        <translation>Los secretos no deben estar en este archivo. Quite la línea y guarde el secreto con: barograph secret --node ID --name password</translation>
    </message>
    <message>
        <source>Start every node with a line [[node]], with two square brackets.</source>
        <translation>Empiece cada nodo con una línea [[node]], con dos corchetes.</translation>
    </message>
    <message>
        <source>The address of the node is missing. Add url = &quot;https://HOST:PORT&quot;.</source>
        <translation>Falta la dirección del nodo. Añada url = &quot;https://HOST:PORT&quot;.</translation>
    </message>
    <message>
        <source>The address of the tap is missing. Add url = &quot;wss://HOST:PORT&quot;.</source>
        <translation>Falta la dirección del tap. Añada url = &quot;wss://HOST:PORT&quot;.</translation>
    </message>
    <message>
        <source>The allocated TPS is a number from 0 (not known) to 100000, e.g. 20.</source>
        <translation>Los TPS asignados son un número de 0 (no se sabe) a 100000, p. ej. 20.</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is used twice. Every node needs its own.</source>
        <translation>El id &quot;%1&quot; se usa dos veces. Cada nodo necesita el suyo.</translation>
    </message>
    <message>
        <source>The name in a client certificate has at most 256 characters.</source>
        <translation>El nombre en un certificado de cliente tiene como máximo 256 caracteres.</translation>
    </message>
    <message>
        <source>The name of a session, instance or device has at most 128 characters and no slash.</source>
        <translation>El nombre de una sesión, instancia o dispositivo tiene como máximo 128 caracteres y ninguna barra.</translation>
    </message>
    <message>
        <source>The size of the bot&apos;s server needs both cpus and memory_gb. Add it, or remove [node.bot_server].</source>
        <translation>El tamaño del servidor del bot necesita cpus y memory_gb. Añada lo que falta, o quite [node.bot_server].</translation>
    </message>
    <message>
        <source>This has no effect without TLS. Add tls = true under [listener], or remove it.</source>
        <translation>Esto no tiene efecto sin TLS. Añada tls = true en [listener], o quítelo.</translation>
    </message>
    <message>
        <source>This is not a JSON pointer. Write it like &quot;/stats/depth&quot;.</source>
        <translation>Esto no es un puntero JSON. Escríbalo como &quot;/stats/depth&quot;.</translation>
    </message>
    <message>
        <source>This is not a complete address. Write it like https://10.0.0.5:9090.</source>
        <translation>Esto no es una dirección completa. Escríbala como https://10.0.0.5:9090.</translation>
    </message>
    <message>
        <source>This is not an address. Write it like https://10.0.0.5:9090.</source>
        <translation>Esto no es una dirección. Escríbala como https://10.0.0.5:9090.</translation>
    </message>
    <message>
        <source>This is not valid TOML: %1.</source>
        <translation>Esto no es TOML válido: %1.</translation>
    </message>
    <message>
        <source>This must be a list of texts in quotes, like [&quot;one&quot;, &quot;two&quot;].</source>
        <translation>Esto debe ser una lista de textos entre comillas, como [&quot;uno&quot;, &quot;dos&quot;].</translation>
    </message>
    <message>
        <source>This must be a number, without quotes.</source>
        <translation>Esto debe ser un número, sin comillas.</translation>
    </message>
    <message>
        <source>This must be a table: start it with its name in square brackets.</source>
        <translation>Esto debe ser una tabla: empiécela con su nombre entre corchetes.</translation>
    </message>
    <message>
        <source>This must be a text in quotes.</source>
        <translation>Esto debe ser un texto entre comillas.</translation>
    </message>
    <message>
        <source>This must be a whole number from %1 to %2.</source>
        <translation>Esto debe ser un número entero de %1 a %2.</translation>
    </message>
    <message>
        <source>This must be true or false, without quotes.</source>
        <translation>Esto debe ser true o false, sin comillas.</translation>
    </message>
    <message>
        <source>Use %1 to %2: %3.</source>
        <translation>Use de %1 a %2: %3.</translation>
    </message>
    <message>
        <source>Use 0 for a single container or High Availability, else 1, 2, 4, 8, 16 or 32.</source>
        <translation>Use 0 para un contenedor único o High Availability; si no, 1, 2, 4, 8, 16 o 32.</translation>
    </message>
    <message>
        <source>Use 0.25 to 16384 gigabytes.</source>
        <translation>Use de 0.25 a 16384 gigabytes.</translation>
    </message>
    <message>
        <source>Use 1 to 100000000: how many incoming messages can wait before further ones are lost.</source>
        <translation>Use de 1 a 100000000: cuántos mensajes entrantes pueden esperar antes de que se pierdan los siguientes.</translation>
    </message>
    <message>
        <source>Use 1 to 1024 CPUs.</source>
        <translation>Use de 1 a 1024 CPU.</translation>
    </message>
    <message>
        <source>Use 1000 to 3600000 milliseconds.</source>
        <translation>Use de 1000 a 3600000 milisegundos.</translation>
    </message>
    <message>
        <source>Use 16 to 60000 connections.</source>
        <translation>Use de 16 a 60000 conexiones.</translation>
    </message>
    <message>
        <source>Use 500 to 3600000 milliseconds.</source>
        <translation>Use de 500 a 3600000 milisegundos.</translation>
    </message>
    <message>
        <source>Write an IP address of this machine: 127.0.0.1, ::1, 0.0.0.0 or the like.</source>
        <translation>Escriba una dirección IP de esta máquina: 127.0.0.1, ::1, 0.0.0.0 o similar.</translation>
    </message>
    <message>
        <source>Write the version of the Graph API like &quot;v23.0&quot;.</source>
        <translation>Escriba la versión de la Graph API como &quot;v23.0&quot;.</translation>
    </message>
    <message>
        <source>auth = &quot;basic&quot; needs the user name that the node sends: 1 to 128 characters and no colon.</source>
        <translation>auth = &quot;basic&quot; necesita el nombre de usuario que envía el nodo: de 1 a 128 caracteres y ningún signo de dos puntos.</translation>
    </message>
    <message>
        <source>certificate and key go together. Give both, or neither for a certificate that is made on the spot.</source>
        <translation>certificate y key van juntos. Dé ambos, o ninguno para un certificado que se crea al momento.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>no se puede crear su carpeta</translation>
    </message>
    <message>
        <source>line %1: the key &quot;%2&quot; is not known and has no effect</source>
        <translation>línea %1: la clave &quot;%2&quot; no se conoce y no tiene efecto</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>línea %1</translation>
    </message>
    <message>
        <source>pause_url and resume_url go together: a queue that can be paused from here must also be resumable from here. Give both or neither.</source>
        <translation>pause_url y resume_url van juntos: una cola que se pueda pausar desde aquí también se debe poder reanudar desde aquí. Dé ambos o ninguno.</translation>
    </message>
    <message>
        <source>the old configuration cannot be kept</source>
        <translation>no se puede conservar la configuración anterior</translation>
    </message>
</context>
<context>
    <name>barograph::ConfigFileDialog</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add its numbers to those that there are</source>
        <translation>&amp;Añadir sus números a los que ya hay</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Examinar…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>A&amp;rchivo</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Sobrescribir</translation>
    </message>
    <message>
        <source>&amp;Replace everything: numbers, listener and journal settings</source>
        <translation>&amp;Reemplazar todo: números, receptor y ajustes del diario</translation>
    </message>
    <message>
        <source>Changed to what the file says: %1.</source>
        <translation>Cambia a lo que dice el archivo: %1.</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Archivo de configuración</translation>
    </message>
    <message>
        <source>Export configuration</source>
        <translation>Exportar configuración</translation>
    </message>
    <message>
        <source>Import configuration</source>
        <translation>Importar configuración</translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Nuevos: %1.</translation>
    </message>
    <message>
        <source>No number is in this file.</source>
        <translation>No hay ningún número en este archivo.</translation>
    </message>
    <message>
        <source>REMOVED from the configuration (their history stays): %1.</source>
        <translation>SE QUITAN de la configuración (su historial se conserva): %1.</translation>
    </message>
    <message>
        <source>TOML (*.toml);;All files (*)</source>
        <translation>TOML (*.toml);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Takes over a configuration file (TOML). Passwords and keys are never in one; those that are stored here stay.</source>
        <translation>Incorpora un archivo de configuración (TOML). Nunca contiene contraseñas ni claves; las que están guardadas aquí se conservan.</translation>
    </message>
    <message>
        <source>The file exists and will be overwritten.</source>
        <translation>El archivo existe y se sobrescribirá.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>No existe tal archivo.</translation>
    </message>
    <message>
        <source>Writes the whole configuration as one TOML file. Passwords, keys and the secrets in webhook addresses are left out.</source>
        <translation>Escribe toda la configuración en un archivo TOML. Se omiten las contraseñas, las claves y los secretos de las direcciones de webhook.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>No tiene permiso para leer este archivo.</translation>
    </message>
</context>
<context>
    <name>barograph::Conservation</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 apart = %2</source>
        <translation>%1 aparte = %2</translation>
    </message>
    <message>
        <source>%1 apart, but the kinds make %2: %3. Please report this as an error in Barograph.</source>
        <translation>%1 aparte, pero los tipos suman %2: %3. Informe de esto como un error de Barograph.</translation>
    </message>
    <message>
        <source>%1 events received = %2 counted + %3 apart + %4 redelivered + %5 rejected</source>
        <translation>%1 eventos recibidos = %2 contados + %3 aparte + %4 reentregados + %5 rechazados</translation>
    </message>
    <message>
        <source>%1 events received, but %2 counted + %3 apart + %4 redelivered + %5 rejected = %6. Please report this as an error in Barograph.</source>
        <translation>%1 eventos recibidos, pero %2 contados + %3 aparte + %4 reentregados + %5 rechazados = %6. Informe de esto como un error de Barograph.</translation>
    </message>
    <message>
        <source>nothing by kind</source>
        <translation>nada por tipo</translation>
    </message>
</context>
<context>
    <name>barograph::ControlDialog</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Hace falta un motivo.</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>Después de %n minuto</numerusform>
            <numerusform>Después de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>After a time of my choice</source>
        <translation>Después de un tiempo a mi elección</translation>
    </message>
    <message>
        <source>Change callbacks</source>
        <translation>Cambiar callbacks</translation>
    </message>
    <message>
        <source>Minutes until it is resumed</source>
        <translation>Minutos hasta que se reanude</translation>
    </message>
    <message>
        <source>Not by itself: stays paused until somebody resumes it</source>
        <translation>No por sí sola: sigue en pausa hasta que alguien la reanude</translation>
    </message>
    <message>
        <source>Nothing is known to follow from it.</source>
        <translation>No se sabe de nada que se siga de ello.</translation>
    </message>
    <message>
        <source>Nothing: it already is as wanted.</source>
        <translation>Nada: ya está como se quiere.</translation>
    </message>
    <message>
        <source>Pause outbound queue</source>
        <translation>Pausar cola de salida</translation>
    </message>
    <message>
        <source>Reading the present state of %1. Nothing has been changed yet.</source>
        <translation>Leyendo el estado actual de %1. Aún no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Reading the present state</source>
        <translation>Leyendo el estado actual</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Restore previous state</source>
        <translation>Restaurar el estado anterior</translation>
    </message>
    <message>
        <source>Resume by itself</source>
        <translation>Reanudar por sí sola</translation>
    </message>
    <message>
        <source>Resume outbound queue</source>
        <translation>Reanudar cola de salida</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Qué se sigue</translation>
    </message>
    <message>
        <source>Why? It is kept in the audit trail.</source>
        <translation>¿Por qué? Se conserva en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Written to</source>
        <translation>Se escribe en</translation>
    </message>
</context>
<context>
    <name>barograph::ControlHistory</name>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
</context>
<context>
    <name>barograph::Controls</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>A timed resume can be set from 1 second to 30 days.</source>
        <translation>Una reanudación programada se puede poner de 1 segundo a 30 días.</translation>
    </message>
    <message>
        <source>After %1 Barograph resumes the queue by itself. If it does not run then, it does so when it is started next.</source>
        <translation>Después de %1 Barograph reanuda la cola por sí mismo. Si entonces no está en marcha, lo hace la próxima vez que se inicie.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>Cancelado; no se cambió nada.</translation>
    </message>
    <message>
        <source>Give a reason: it is kept in the audit trail, for whoever comes after you.</source>
        <translation>Dé un motivo: se conserva en el registro de auditoría, para quien venga después de usted.</translation>
    </message>
    <message>
        <source>Give a shorter reason, of at most 500 characters.</source>
        <translation>Dé un motivo más corto, de 500 caracteres como máximo.</translation>
    </message>
    <message>
        <source>Incoming messages and callbacks go on as before.</source>
        <translation>Los mensajes entrantes y los callbacks siguen como antes.</translation>
    </message>
    <message>
        <source>It is not known whether the queue was paused before, so that cannot be restored.</source>
        <translation>No se sabe si la cola estaba en pausa antes, así que eso no se puede restaurar.</translation>
    </message>
    <message>
        <source>No outbound queue is configured for %1. Add outbound_queue to the node: WhatsApp&apos;s own client has no call that pauses sending.</source>
        <translation>No hay ninguna cola de salida configurada para %1. Añada outbound_queue al nodo: el cliente de WhatsApp no tiene ninguna llamada que pause el envío.</translation>
    </message>
    <message>
        <source>Nodes are not being asked at the moment, so nothing can be changed.</source>
        <translation>Ahora no se pregunta a los nodos, así que no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>Nodes are not being asked at the moment, so nothing was changed.</source>
        <translation>Ahora no se pregunta a los nodos, así que no se cambió nada.</translation>
    </message>
    <message>
        <source>Nothing resumes the queue by itself: somebody has to.</source>
        <translation>Nada reanuda la cola por sí solo: alguien tiene que hacerlo.</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>No se cambió nada: %1</translation>
    </message>
    <message>
        <source>Pause the queue &quot;%1&quot; of %2</source>
        <translation>Pausar la cola &quot;%1&quot; de %2</translation>
    </message>
    <message>
        <source>Read back and found as wanted, although writing ended with: %1</source>
        <translation>Releído y encontrado como se quería, aunque la escritura terminó con: %1</translation>
    </message>
    <message>
        <source>Read back and found as wanted.</source>
        <translation>Releído y encontrado como se quería.</translation>
    </message>
    <message>
        <source>Resume the queue &quot;%1&quot; of %2</source>
        <translation>Reanudar la cola &quot;%1&quot; de %2</translation>
    </message>
    <message>
        <source>Seen running again. A timed resume, if there was one, is dropped.</source>
        <translation>Se la ve en marcha otra vez. Si había una reanudación programada, se abandona.</translation>
    </message>
    <message>
        <source>That change was made on another node, so it is not restored here.</source>
        <translation>Ese cambio se hizo en otro nodo, así que no se restaura aquí.</translation>
    </message>
    <message>
        <source>The audit trail %1 cannot be %2: %3. Without it nothing is changed; check the folder and the space on the disk.</source>
        <translation>No se puede %2 el registro de auditoría %1: %3. Sin él no se cambia nada; compruebe la carpeta y el espacio en el disco.</translation>
    </message>
    <message>
        <source>The bot sends again what has waited, which can come as a burst.</source>
        <translation>El bot vuelve a enviar lo que ha esperado, lo que puede llegar como una ráfaga.</translation>
    </message>
    <message>
        <source>The bot&apos;s queue hands out no more messages: they wait there and grow older.</source>
        <translation>La cola del bot no entrega más mensajes: esperan allí y envejecen.</translation>
    </message>
    <message>
        <source>The callbacks of %1 can only be switched in its own console.</source>
        <translation>Los callbacks de %1 solo se pueden cambiar en su propia consola.</translation>
    </message>
    <message>
        <source>The kept state %1 cannot be read, so it cannot be restored.</source>
        <translation>El estado conservado %1 no se puede leer, así que no se puede restaurar.</translation>
    </message>
    <message>
        <source>The node was taken out of the configuration.</source>
        <translation>El nodo se quitó de la configuración.</translation>
    </message>
    <message>
        <source>The program ended before it could verify what came of this. Look at the node.</source>
        <translation>El programa terminó antes de poder verificar el resultado de esto. Mire el nodo.</translation>
    </message>
    <message>
        <source>The queue &quot;%1&quot; of %2 is %3 already: there is nothing to do.</source>
        <translation>La cola &quot;%1&quot; de %2 ya está en este estado: %3. No hay nada que hacer.</translation>
    </message>
    <message>
        <source>The queue &quot;%1&quot; of %2 was resumed elsewhere</source>
        <translation>La cola &quot;%1&quot; de %2 se reanudó desde otro sitio</translation>
    </message>
    <message>
        <source>The queue does not tell whether it is paused.</source>
        <translation>La cola no dice si está en pausa.</translation>
    </message>
    <message>
        <source>The queue of %1 can only be watched. Add pause_url and resume_url to its outbound_queue.</source>
        <translation>La cola de %1 solo se puede observar. Añada pause_url y resume_url a su outbound_queue.</translation>
    </message>
    <message>
        <source>The queue still says that it is %1.</source>
        <translation>La cola aún dice que está así: %1.</translation>
    </message>
    <message>
        <source>The result is missing in the audit trail: %1</source>
        <translation>El resultado falta en el registro de auditoría: %1</translation>
    </message>
    <message>
        <source>The state before that change was not kept, so it cannot be restored.</source>
        <translation>El estado anterior a ese cambio no se conservó, así que no se puede restaurar.</translation>
    </message>
    <message>
        <source>The state before the change cannot be kept in %1, so nothing is changed. Check the folder and the space on the disk.</source>
        <translation>El estado anterior al cambio no se puede conservar en %1, así que no se cambia nada. Compruebe la carpeta y el espacio en el disco.</translation>
    </message>
    <message>
        <source>The state changed meanwhile, so nothing was changed. Look again.</source>
        <translation>El estado cambió mientras tanto, así que no se cambió nada. Mire otra vez.</translation>
    </message>
    <message>
        <source>The timed resume cannot be kept in %1 (%2). Check the folder and the space on the disk.</source>
        <translation>La reanudación programada no se puede conservar en %1 (%2). Compruebe la carpeta y el espacio en el disco.</translation>
    </message>
    <message>
        <source>The timed resume is dropped.</source>
        <translation>La reanudación programada se abandona.</translation>
    </message>
    <message>
        <source>There is no node &quot;%1&quot; in the configuration.</source>
        <translation>No hay ningún nodo &quot;%1&quot; en la configuración.</translation>
    </message>
    <message>
        <source>This is not what was previewed. Look again.</source>
        <translation>Esto no es lo que mostraba la vista previa. Mire otra vez.</translation>
    </message>
    <message>
        <source>This preview is no longer valid. Look again.</source>
        <translation>Esta vista previa ya no es válida. Mire otra vez.</translation>
    </message>
    <message>
        <source>This queue does not tell whether it is paused, so the effect cannot be verified.</source>
        <translation>Esta cola no dice si está en pausa, así que el efecto no se puede verificar.</translation>
    </message>
    <message>
        <source>This version cannot restore that change.</source>
        <translation>Esta versión no puede restaurar ese cambio.</translation>
    </message>
    <message>
        <source>Timed resume of the queue &quot;%1&quot; of %2</source>
        <translation>Reanudación programada de la cola &quot;%1&quot; de %2</translation>
    </message>
    <message>
        <source>What the node has already taken is still sent, and receipts for it keep arriving.</source>
        <translation>Lo que el nodo ya ha aceptado aún se envía, y sus acuses siguen llegando.</translation>
    </message>
    <message>
        <source>Writing ended with &quot;%1&quot; Not verified: </source>
        <translation>La escritura terminó con &quot;%1&quot; Sin verificar: </translation>
    </message>
    <message>
        <source>Written, but not verified: </source>
        <translation>Escrito, pero sin verificar: </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloquear</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>no se dice</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>abrir</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>queue &quot;%1&quot;</source>
        <translation>cola &quot;%1&quot;</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>resumes by itself</source>
        <translation>se reanuda por sí sola</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>sincronizar</translation>
    </message>
    <message>
        <source>timed resume (paused for: %1)</source>
        <translation>reanudación programada (en pausa por: %1)</translation>
    </message>
    <message>
        <source>written</source>
        <translation>escribir</translation>
    </message>
</context>
<context>
    <name>barograph::ControlsPanel</name>
    <message>
        <source>Outbound queue and status callbacks</source>
        <translation>Cola de salida y callbacks de estado</translation>
    </message>
</context>
<context>
    <name>barograph::CopyLine</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>barograph::DatabaseStats</name>
    <message>
        <source>Callbacks waiting</source>
        <translation>Callbacks en espera</translation>
    </message>
    <message>
        <source>Contacts not on WhatsApp</source>
        <translation>Contactos que no están en WhatsApp</translation>
    </message>
    <message>
        <source>Contacts on WhatsApp</source>
        <translation>Contactos en WhatsApp</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Outgoing messages waiting</source>
        <translation>Mensajes salientes en espera</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Acuses</translation>
    </message>
</context>
<context>
    <name>barograph::DatabaseStatsDialog</name>
    <message>
        <source>%1 is counting</source>
        <translation>%1 está contando</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>C&amp;ount again</source>
        <translation>C&amp;ontar otra vez</translation>
    </message>
    <message>
        <source>C&amp;ount now</source>
        <translation>C&amp;ontar ahora</translation>
    </message>
    <message>
        <source>Count what is in the database of %1?</source>
        <translation>¿Contar lo que hay en la base de datos de %1?</translation>
    </message>
    <message>
        <source>Counted %1, which took %2.</source>
        <translation>Contado %1, en %2.</translation>
    </message>
    <message>
        <source>Database statistics</source>
        <translation>Estadísticas de la base de datos</translation>
    </message>
    <message>
        <source>In the database of %1</source>
        <translation>En la base de datos de %1</translation>
    </message>
    <message>
        <source>In the database</source>
        <translation>En la base de datos</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>That may take up to two minutes. The window can be used meanwhile; closing this does not stop the node.</source>
        <translation>Eso puede tardar hasta dos minutos. Mientras tanto se puede usar la ventana; cerrar esto no detiene al nodo.</translation>
    </message>
    <message>
        <source>The database of %1 was not counted</source>
        <translation>La base de datos de %1 no se contó</translation>
    </message>
    <message>
        <source>The node counts contacts, messages and receipts one by one. On a large database that takes long and can slow the node down while it lasts; Meta&apos;s own reference warns of it. Choose a quiet time. It is asked once, and never by itself.</source>
        <translation>El nodo cuenta contactos, mensajes y acuses uno por uno. En una base de datos grande eso tarda mucho y puede frenar al nodo mientras dura; la propia referencia de Meta lo advierte. Elija un momento tranquilo. Se pregunta una vez, y nunca de forma automática.</translation>
    </message>
    <message>
        <source>Waiting for the node</source>
        <translation>Esperando al nodo</translation>
    </message>
</context>
<context>
    <name>barograph::DockArea</name>
    <message>
        <source>Panels in this place</source>
        <translation>Paneles en este lugar</translation>
    </message>
    <message>
        <source>Panels of the number</source>
        <translation>Paneles del número</translation>
    </message>
</context>
<context>
    <name>barograph::DockTitle</name>
    <message>
        <source>Close this panel. The Panels menu brings it back.</source>
        <translation>Cierra este panel. El menú Paneles lo recupera.</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Cerrar este panel</translation>
    </message>
    <message>
        <source>Put this panel back into the window</source>
        <translation>Devolver este panel a la ventana</translation>
    </message>
    <message>
        <source>Show the other panels again</source>
        <translation>Volver a mostrar los demás paneles</translation>
    </message>
    <message>
        <source>Show this panel alone</source>
        <translation>Mostrar solo este panel</translation>
    </message>
    <message>
        <source>Tear this panel off into a window of its own</source>
        <translation>Separar este panel en una ventana propia</translation>
    </message>
</context>
<context>
    <name>barograph::DraftFields</name>
    <message>
        <source> CPU</source>
        <translation> CPU</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Di&amp;rección</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Grupo</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Proof of webhooks</source>
        <translation>&amp;Prueba de los webhooks</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>A&amp;llocated TPS</source>
        <translation>&amp;TPS asignados</translation>
    </message>
    <message>
        <source>API vers&amp;ion</source>
        <translation>Vers&amp;ión de la API</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Addresses or networks that webhooks may come from, with commas between them. Empty: any.</source>
        <translation>Direcciones o redes de las que pueden venir webhooks, separadas por comas. Vacío: cualquiera.</translation>
    </message>
    <message>
        <source>Allowed s&amp;enders</source>
        <translation>R&amp;emitentes permitidos</translation>
    </message>
    <message>
        <source>Bot&apos;s ser&amp;ver</source>
        <translation>Ser&amp;vidor del bot</translation>
    </message>
    <message>
        <source>CPUs of the bot&apos;s server</source>
        <translation>CPU del servidor del bot</translation>
    </message>
    <message>
        <source>Heading under which it stands in the list. Choose one or type a new one.</source>
        <translation>Encabezado bajo el que aparece en la lista. Elija uno o escriba uno nuevo.</translation>
    </message>
    <message>
        <source>How many can wait before further ones are lost. 100,000 is what a client holds.</source>
        <translation>Cuántos pueden esperar antes de que se pierdan los siguientes. 100 000 es lo que admite un cliente.</translation>
    </message>
    <message>
        <source>I&amp;d</source>
        <translation>I&amp;d</translation>
    </message>
    <message>
        <source>It stays as it is: the webhook address, history and secrets go by it.</source>
        <translation>Se queda como está: la dirección de webhook, el historial y los secretos dependen de él.</translation>
    </message>
    <message>
        <source>Leave it empty for the one that Barograph knows.</source>
        <translation>Déjelo vacío para la que conoce Barograph.</translation>
    </message>
    <message>
        <source>Memory of the bot&apos;s server in GB</source>
        <translation>Memoria del servidor del bot en GB</translation>
    </message>
    <message numerus="yes">
        <source>MultiConnect with %n shard(s)</source>
        <translation>
            <numerusform>MultiConnect con %n shard</numerusform>
            <numerusform>MultiConnect con %n shards</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of the webhook address and of file names. Lower-case letters, digits and hyphens.</source>
        <translation>Parte de la dirección de webhook y de los nombres de archivo. Letras minúsculas, dígitos y guiones.</translation>
    </message>
    <message>
        <source>Room for incoming &amp;messages</source>
        <translation>Espacio para &amp;mensajes entrantes</translation>
    </message>
    <message>
        <source>Sha&amp;rds</source>
        <translation>S&amp;hards</translation>
    </message>
    <message>
        <source>Support EU</source>
        <translation>Soporte UE</translation>
    </message>
    <message>
        <source>The machine that answers this number&apos;s webhooks, to compare with what it needs.</source>
        <translation>La máquina que responde los webhooks de este número, para compararla con lo que necesita.</translation>
    </message>
    <message>
        <source>The test fills this in where the node tells it.</source>
        <translation>La prueba lo rellena si el nodo lo dice.</translation>
    </message>
    <message>
        <source>Trusted &amp;certificate</source>
        <translation>&amp;Certificado de confianza</translation>
    </message>
    <message>
        <source>User of webhook&amp;s</source>
        <translation>Usuario de los &amp;webhooks</translation>
    </message>
    <message>
        <source>Webhooks onl&amp;y: ask this number nothing</source>
        <translation>Solo webhooks: no preguntar nada a este númer&amp;o</translation>
    </message>
    <message>
        <source>What WhatsApp gives this number: receiving, sending, delivery and read reports together.</source>
        <translation>Lo que WhatsApp da a este número: recepción, envío y acuses de entrega y de lectura en conjunto.</translation>
    </message>
    <message>
        <source>What webhook requests have to show. What this kind of node offers is set already.</source>
        <translation>Lo que las solicitudes de webhook tienen que mostrar. Lo que ofrece este tipo de nodo ya está puesto.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>single container or High Availability</source>
        <translation>contenedor único o High Availability</translation>
    </message>
</context>
<context>
    <name>barograph::Duration</name>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
</context>
<context>
    <name>barograph::DurationTick</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>≤ 0</source>
        <translation>≤ 0</translation>
    </message>
</context>
<context>
    <name>barograph::EditNodeDialog</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Address and login</source>
        <translation>Dirección y acceso</translation>
    </message>
    <message>
        <source>Fetching the address.</source>
        <translation>Buscando la dirección.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
</context>
<context>
    <name>barograph::EmptyState</name>
    <message>
        <source>&amp;Add a number</source>
        <translation>&amp;Añadir un número</translation>
    </message>
    <message>
        <source>&amp;Import a configuration…</source>
        <translation>&amp;Importar una configuración…</translation>
    </message>
    <message>
        <source>&amp;Try the demo</source>
        <translation>&amp;Probar la demostración</translation>
    </message>
    <message>
        <source>(the path is shown by barograph --help)</source>
        <translation>(la ruta la muestra barograph --help)</translation>
    </message>
    <message>
        <source>A few steps: kind, address and login, a test, and how to let the number send its webhooks here.</source>
        <translation>Unos pocos pasos: tipo, dirección y acceso, una prueba, y cómo hacer que el número envíe sus webhooks aquí.</translation>
    </message>
    <message>
        <source>A simulated number with storms of receipts, on this machine alone: nothing reaches WhatsApp, and nothing of it is kept.</source>
        <translation>Un número simulado con tormentas de acuses, solo en esta máquina: nada llega a WhatsApp, y no se conserva nada de ello.</translation>
    </message>
    <message>
        <source>Barograph shows what each WhatsApp number&apos;s TPS budget is being spent on, and warns before messages are lost.</source>
        <translation>Barograph muestra en qué se gasta el presupuesto de TPS de cada número de WhatsApp, y avisa antes de que se pierdan mensajes.</translation>
    </message>
    <message>
        <source>From a terminal, “barograph --demo” begins with the demo.</source>
        <translation>Desde un terminal, “barograph --demo” empieza con la demostración.</translation>
    </message>
    <message>
        <source>No number is watched yet</source>
        <translation>Aún no se vigila ningún número</translation>
    </message>
    <message>
        <source>Or write the number as [[node]] into the configuration file, which is taken up at once:</source>
        <translation>O escriba el número como [[node]] en el archivo de configuración, que se tiene en cuenta al momento:</translation>
    </message>
    <message>
        <source>Path of the configuration file</source>
        <translation>Ruta del archivo de configuración</translation>
    </message>
</context>
<context>
    <name>barograph::ErrorList</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>no meaning known</source>
        <translation>no se conoce su significado</translation>
    </message>
</context>
<context>
    <name>barograph::EventFilter</name>
    <message>
        <source>group</source>
        <comment>key in the filter line of the event log, one word</comment>
        <translation>grupo</translation>
    </message>
    <message>
        <source>lag</source>
        <comment>key in the filter line of the event log, one word</comment>
        <translation>retraso</translation>
    </message>
    <message>
        <source>message</source>
        <comment>key in the filter line of the event log, one word</comment>
        <translation>mensaje</translation>
    </message>
    <message>
        <source>participant</source>
        <comment>key in the filter line of the event log, one word</comment>
        <translation>participante</translation>
    </message>
    <message>
        <source>“%1” is no lag. Write it like %2&gt;=5s, %2&gt;=250ms or %2&gt;=2m.</source>
        <translation>«%1» no es un retraso. Escríbalo como %2&gt;=5s, %2&gt;=250ms o %2&gt;=2m.</translation>
    </message>
    <message>
        <source>“%1” names no hash. Write its digits as the log shows them, the first few are enough: %2:4f2a.</source>
        <translation>«%1» no nombra ningún hash. Escriba sus cifras como las muestra el registro; bastan las primeras: %2:4f2a.</translation>
    </message>
</context>
<context>
    <name>barograph::EventFilterBar</name>
    <message>
        <source>%1 newer: go live</source>
        <translation>%1 más recientes: volver a lo actual</translation>
    </message>
    <message>
        <source>%1 of %2 (searching…)</source>
        <translation>%1 de %2 (buscando…)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>Todos los nodos</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Aparte</translation>
    </message>
    <message>
        <source>Events shown</source>
        <translation>Eventos mostrados</translation>
    </message>
    <message>
        <source>Filter of the event log</source>
        <translation>Filtro del registro de eventos</translation>
    </message>
    <message>
        <source>Filter: words, lag&gt;=5s, group:4f2a, participant:…, message:…</source>
        <translation>Filtro: palabras, retraso&gt;=5s, grupo:4f2a, participante:…, mensaje:…</translation>
    </message>
    <message>
        <source>Follow the crosshair</source>
        <translation>Seguir la cruz</translation>
    </message>
    <message>
        <source>Goes to the second that the crosshair of a chart points to, and marks it</source>
        <translation>Va al segundo al que apunta la cruz de un gráfico, y lo marca</translation>
    </message>
    <message>
        <source>Leaves out events outside of the time range of the charts</source>
        <translation>Omite los eventos fuera del intervalo de los gráficos</translation>
    </message>
    <message>
        <source>Only what the charts show</source>
        <translation>Solo lo que muestran los gráficos</translation>
    </message>
    <message>
        <source>Paused: go live</source>
        <translation>En pausa: volver a lo actual</translation>
    </message>
    <message>
        <source>Redelivered</source>
        <translation>Reentregados</translation>
    </message>
    <message>
        <source>Show events of this kind</source>
        <translation>Mostrar eventos de este tipo</translation>
    </message>
    <message>
        <source>Show events that are counted apart and spend no TPS; the arrow chooses which</source>
        <translation>Mostrar eventos que se cuentan aparte y no gastan TPS; la flecha elige cuáles</translation>
    </message>
    <message>
        <source>Show events that had been counted before</source>
        <translation>Mostrar eventos que ya se habían contado</translation>
    </message>
    <message>
        <source>Shows the events of all nodes, not only of the chosen one</source>
        <translation>Muestra los eventos de todos los nodos, no solo del elegido</translation>
    </message>
    <message>
        <source>Shows the newest events again and follows them (Esc in the table)</source>
        <translation>Vuelve a mostrar los eventos más recientes y los sigue (Esc en la tabla)</translation>
    </message>
    <message>
        <source>Words are looked for in what the log shows, also times such as 14:02. All of them have to be found. lag&gt;=5s finds late events; group:, participant: and message: take the first digits of a hash.</source>
        <translation>Las palabras se buscan en lo que muestra el registro, también horas como 14:02. Se tienen que encontrar todas. lag&gt;=5s encuentra eventos tardíos; group:, participant: y message: toman los primeros dígitos de un resumen.</translation>
    </message>
    <message>
        <source>change of the event log&apos;s filter</source>
        <translation>cambio del filtro del registro de eventos</translation>
    </message>
    <message>
        <source>change of the event log&apos;s nodes</source>
        <translation>cambio de los nodos del registro de eventos</translation>
    </message>
    <message>
        <source>change of the event log&apos;s time range</source>
        <translation>cambio del intervalo de tiempo del registro de eventos</translation>
    </message>
    <message>
        <source>change of the kinds in the event log</source>
        <translation>cambio de los tipos en el registro de eventos</translation>
    </message>
    <message>
        <source>change of whether the event log follows the crosshair</source>
        <translation>cambio de si el registro de eventos sigue la cruz</translation>
    </message>
    <message>
        <source>clearing of the event log&apos;s filter</source>
        <translation>borrado del filtro del registro de eventos</translation>
    </message>
</context>
<context>
    <name>barograph::EventLogModel</name>
    <message>
        <source>%1 (ms)</source>
        <comment>a quantity and its unit</comment>
        <translation>%1 (ms)</translation>
    </message>
    <message>
        <source>%1, hash %2</source>
        <translation>%1, resumen %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>column of the event log, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegada</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contados</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>Time of arrival here less the event&apos;s own time. The two clocks are not compared.</source>
        <translation>Hora de llegada aquí menos la hora del propio evento. No se comparan los dos relojes.</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>aparte</translation>
    </message>
    <message>
        <source>as TPS</source>
        <translation>como TPS</translation>
    </message>
    <message>
        <source>no longer configured</source>
        <translation>ya no configurado</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>no se dice</translation>
    </message>
    <message>
        <source>redelivered</source>
        <translation>reentregado</translation>
    </message>
</context>
<context>
    <name>barograph::EventLogPanel</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n fila copiada</numerusform>
            <numerusform>%n filas copiadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrived (%1)</source>
        <translation>Llegada (%1)</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>Copiar las filas como CSV</translation>
    </message>
    <message>
        <source>Copy rows as text</source>
        <translation>Copiar las filas como texto</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Registro de eventos</translation>
    </message>
    <message>
        <source>Events, newest first</source>
        <translation>Eventos, primero los más recientes</translation>
    </message>
    <message>
        <source>Go to this moment in the charts</source>
        <translation>Ir a este momento en los gráficos</translation>
    </message>
    <message>
        <source>No event has arrived yet.</source>
        <translation>Aún no ha llegado ningún evento.</translation>
    </message>
    <message>
        <source>No event is like that. Type less, or switch more kinds on.</source>
        <translation>No hay ningún evento así. Escriba menos, o active más tipos.</translation>
    </message>
    <message>
        <source>No frame has been read yet.</source>
        <translation>Aún no se ha leído ningún dato.</translation>
    </message>
    <message>
        <source>No single events are kept of this time.</source>
        <translation>De este intervalo no se conservan eventos sueltos.</translation>
    </message>
    <message>
        <source>None of the newest events is of this node.</source>
        <translation>Ninguno de los eventos más recientes es de este nodo.</translation>
    </message>
    <message>
        <source>Only this group</source>
        <translation>Solo este grupo</translation>
    </message>
    <message>
        <source>Only this message</source>
        <translation>Solo este mensaje</translation>
    </message>
    <message>
        <source>Only this participant</source>
        <translation>Solo este participante</translation>
    </message>
    <message>
        <source>Return goes to the moment of the chosen event in the charts, Escape back to the newest events</source>
        <translation>Entrar va al momento del evento elegido en los gráficos, Escape vuelve a los eventos más recientes</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Show everything of this node</source>
        <translation>Mostrar todo de este nodo</translation>
    </message>
    <message>
        <source>The newest %1 of the chosen rows were copied; more at once are not.</source>
        <translation>Se copiaron las %1 más recientes de las filas elegidas; más a la vez no se copian.</translation>
    </message>
    <message>
        <source>Write a note at this moment…</source>
        <translation>Escribir una nota en este momento…</translation>
    </message>
</context>
<context>
    <name>barograph::Expiry</name>
    <message>
        <source>Enter the password again.</source>
        <translation>Introduzca la contraseña otra vez.</translation>
    </message>
    <message>
        <source>It should have been renewed by itself: check the stored password.</source>
        <translation>Debería haberse renovado por sí solo: compruebe la contraseña guardada.</translation>
    </message>
    <message>
        <source>Make a new one and store it here; without it the node cannot be asked.</source>
        <translation>Cree uno nuevo y guárdelo aquí; sin él no se puede preguntar al nodo.</translation>
    </message>
    <message>
        <source>Renew it on the node, then compare and pin the new one here if it is pinned.</source>
        <translation>Renuévelo en el nodo; después compare y fije aquí el nuevo si está fijado.</translation>
    </message>
    <message>
        <source>The access token ended %1 (%2).</source>
        <translation>El token de acceso terminó %1 (%2).</translation>
    </message>
    <message>
        <source>The access token ends in %1 (%2).</source>
        <translation>El token de acceso termina en %1 (%2).</translation>
    </message>
    <message>
        <source>The login at the node ended %1 (%2).</source>
        <translation>La sesión en el nodo terminó %1 (%2).</translation>
    </message>
    <message>
        <source>The login at the node ends in %1 (%2).</source>
        <translation>La sesión en el nodo termina en %1 (%2).</translation>
    </message>
    <message>
        <source>The node&apos;s certificate ended %1 (%2).</source>
        <translation>El certificado del nodo terminó %1 (%2).</translation>
    </message>
    <message>
        <source>The node&apos;s certificate ends in %1 (%2).</source>
        <translation>El certificado del nodo termina en %1 (%2).</translation>
    </message>
</context>
<context>
    <name>barograph::ExportDialog</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Número</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Sobrescribir</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>&amp;Intervalo</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Examinar…</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV: one line for each second</source>
        <translation>CSV: una línea por segundo</translation>
    </message>
    <message>
        <source>Export goes on</source>
        <translation>La exportación continúa</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Exportar informe</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Archivo que se escribe</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;mato</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Local time, %1 to %2</source>
        <translation>Hora local, de %1 a %2</translation>
    </message>
    <message>
        <source>Local time, %1</source>
        <translation>Hora local, %1</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDF: pages to read and to hand on</source>
        <translation>PDF: páginas para leer y compartir</translation>
    </message>
    <message>
        <source>The file exists and will be overwritten.</source>
        <translation>El archivo existe y se sobrescribirá.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Lo que muestra el gráfico</translation>
    </message>
    <message>
        <source>“From” must lie before “to”.</source>
        <translation>“Desde” debe ser anterior a “hasta”.</translation>
    </message>
</context>
<context>
    <name>barograph::FingerprintBox</name>
    <message>
        <source>Command that prints the fingerprint</source>
        <translation>Orden que imprime la huella</translation>
    </message>
    <message>
        <source>Compare it with what this prints on the node&apos;s own machine:</source>
        <translation>Compárela con lo que imprime esto en la propia máquina del nodo:</translation>
    </message>
    <message>
        <source>It is the sa&amp;me: pin it</source>
        <translation>Es la mis&amp;ma: fijarla</translation>
    </message>
    <message>
        <source>No authority vouches for this certificate. Is it the node&apos;s own? Its SHA-256:</source>
        <translation>Ninguna autoridad responde por este certificado. ¿Es el del nodo? Su SHA-256:</translation>
    </message>
    <message>
        <source>SHA-256 of the certificate</source>
        <translation>SHA-256 del certificado</translation>
    </message>
</context>
<context>
    <name>barograph::FirstEvent</name>
    <message numerus="yes">
        <source>%1 request(s)</source>
        <translation>
            <numerusform>%1 solicitud</numerusform>
            <numerusform>%1 solicitudes</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the sender&apos;s address to the allowed senders under More, if it is the node&apos;s.</source>
        <translation>Añada la dirección del remitente a los remitentes permitidos en Más, si es la del nodo.</translation>
    </message>
    <message>
        <source>Copy the address again and replace the one at the node: a part of it is wrong or missing.</source>
        <translation>Copie la dirección otra vez y reemplace la del nodo: una parte está mal o falta.</translation>
    </message>
    <message>
        <source>Copy the verify token again and enter it beside the address.</source>
        <translation>Copie el token de verificación otra vez e introdúzcalo junto a la dirección.</translation>
    </message>
    <message>
        <source>Enter address and verify token at the node and let it verify them. It sends nothing before.</source>
        <translation>Introduzca la dirección y el token de verificación en el nodo y haga que los verifique. Antes no envía nada.</translation>
    </message>
    <message>
        <source>Enter the secret at the node, so that it signs its webhooks; or choose another proof under More.</source>
        <translation>Introduzca el secreto en el nodo, para que firme sus webhooks; o elija otra prueba en Más.</translation>
    </message>
    <message>
        <source>First event arrived. It is of a kind that is counted apart.</source>
        <translation>Llegó el primer evento. Es de un tipo que se cuenta aparte.</translation>
    </message>
    <message>
        <source>First event arrived: %1, %2 old.</source>
        <translation>Llegó el primer evento: %1, de hace %2.</translation>
    </message>
    <message>
        <source>Go back one page and store the secret that the node signs with.</source>
        <translation>Retroceda una página y guarde el secreto con el que firma el nodo.</translation>
    </message>
    <message>
        <source>Look at the clocks of both machines: the node&apos;s token had expired when it came.</source>
        <translation>Mire los relojes de ambas máquinas: el token del nodo había caducado cuando llegó.</translation>
    </message>
    <message>
        <source>Refused %1, the last from %2: %3.</source>
        <translation>Rechazado: %1, la última de %2: %3.</translation>
    </message>
    <message>
        <source>Refused %1.</source>
        <translation>Rechazado: %1.</translation>
    </message>
    <message>
        <source>Send a message to the number, or from it.</source>
        <translation>Envíe un mensaje al número, o desde él.</translation>
    </message>
    <message>
        <source>The Webhooks tab says why.</source>
        <translation>La pestaña Webhooks dice por qué.</translation>
    </message>
    <message>
        <source>The node has to show the client certificate that the configuration names.</source>
        <translation>El nodo tiene que mostrar el certificado de cliente que indica la configuración.</translation>
    </message>
    <message>
        <source>The secret at the node and the one stored here differ. Enter the same at both ends.</source>
        <translation>El secreto del nodo y el guardado aquí son distintos. Introduzca el mismo en ambos extremos.</translation>
    </message>
    <message>
        <source>Waiting for the number to be taken up…</source>
        <translation>Esperando a que se incorpore el número…</translation>
    </message>
    <message>
        <source>Waiting… nothing has arrived yet.</source>
        <translation>Esperando… aún no ha llegado nada.</translation>
    </message>
    <message>
        <source>Waiting… the address has not been verified yet.</source>
        <translation>Esperando… la dirección aún no se ha verificado.</translation>
    </message>
    <message>
        <source>Webhooks cannot be received at the moment.</source>
        <translation>En este momento no se pueden recibir webhooks.</translation>
    </message>
    <message>
        <source>a delivery receipt</source>
        <translation>un acuse de entrega</translation>
    </message>
    <message>
        <source>a read receipt</source>
        <translation>un acuse de lectura</translation>
    </message>
    <message>
        <source>a received message</source>
        <translation>un mensaje recibido</translation>
    </message>
    <message>
        <source>a sent message</source>
        <translation>un mensaje enviado</translation>
    </message>
</context>
<context>
    <name>barograph::FirstEventPanel</name>
    <message>
        <source>Waiting… nothing has arrived yet.</source>
        <translation>Esperando… aún no ha llegado nada.</translation>
    </message>
    <message>
        <source>You can finish at any time: the number is saved, and its events are counted whenever they come.</source>
        <translation>Puede finalizar cuando quiera: el número está guardado, y sus eventos se cuentan cuando lleguen.</translation>
    </message>
</context>
<context>
    <name>barograph::GaugeChart</name>
    <message>
        <source>%1 up to %2</source>
        <translation>%1 hasta %2</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Últimos %1</translation>
    </message>
    <message>
        <source>Not measured: the callbacks that tell it were switched off, or the tap that brings events was not connected.</source>
        <translation>No medido: los callbacks que lo indican estaban desactivados, o el tap que trae los eventos no estaba conectado.</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimado</translation>
    </message>
    <message>
        <source>highest of %1 s; lowest %2</source>
        <translation>máximo de %1 s; mínimo %2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>no medido</translation>
    </message>
</context>
<context>
    <name>barograph::GroupDialog</name>
    <message>
        <source>&amp;Heading under which it stands in the list. Choose one, type a new one, or leave it empty for none.</source>
        <translation>&amp;Encabezado bajo el que aparece en la lista. Elija uno, escriba uno nuevo, o déjelo vacío para ninguno.</translation>
    </message>
    <message>
        <source>&amp;Move it there</source>
        <translation>&amp;Moverlo ahí</translation>
    </message>
    <message>
        <source>Group of %1</source>
        <translation>Grupo de %1</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>barograph::GroupedNodes</name>
    <message numerus="yes">
        <source>Group %1, %n number(s), folded</source>
        <translation>
            <numerusform>Grupo %1, %n número, plegado</numerusform>
            <numerusform>Grupo %1, %n números, plegado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Group %1, %n number(s)</source>
        <translation>
            <numerusform>Grupo %1, %n número</numerusform>
            <numerusform>Grupo %1, %n números</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Space or Left to fold this group away.</source>
        <translation>Pulse Espacio o Izquierda para plegar este grupo.</translation>
    </message>
    <message>
        <source>Press Space or Right to show the numbers of this group.</source>
        <translation>Pulse Espacio o Derecha para mostrar los números de este grupo.</translation>
    </message>
</context>
<context>
    <name>barograph::Headline</name>
    <message>
        <source>%1 callbacks wait at the node, %2 of what it can hold before it drops them</source>
        <translation>%1 callbacks esperan en el nodo, %2 de lo que puede guardar antes de descartarlos</translation>
    </message>
    <message>
        <source>%1 events per second; the budget is not known</source>
        <translation>%1 eventos por segundo; no se conoce el presupuesto</translation>
    </message>
    <message>
        <source>%1 of it is deliveries of %2</source>
        <translation>el %1 de ello son entregas de %2</translation>
    </message>
    <message>
        <source>%1 of it is delivery receipts</source>
        <translation>el %1 de ello son acuses de entrega</translation>
    </message>
    <message>
        <source>%1 of it is read receipts</source>
        <translation>el %1 de ello son acuses de lectura</translation>
    </message>
    <message>
        <source>%1 of it is reads of %2</source>
        <translation>el %1 de ello son lecturas de %2</translation>
    </message>
    <message>
        <source>%1 of it is receipts for %2</source>
        <translation>el %1 de ello son acuses de %2</translation>
    </message>
    <message>
        <source>%1 of it is received messages</source>
        <translation>el %1 de ello son mensajes recibidos</translation>
    </message>
    <message>
        <source>%1 of it is sent messages</source>
        <translation>el %1 de ello son mensajes enviados</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>A setting of the node was changed, and not from here: %1. See Notices.</source>
        <translation>Un ajuste del nodo se cambió, y no desde aquí: %1. Mire Avisos.</translation>
    </message>
    <message>
        <source>At %1 of %2 TPS for %3; %4</source>
        <translation>Al %1 de %2 TPS desde hace %3; %4</translation>
    </message>
    <message>
        <source>At %1 of %2 TPS for %3</source>
        <translation>Al %1 de %2 TPS desde hace %3</translation>
    </message>
    <message>
        <source>At %1 of %2 TPS; %3</source>
        <translation>Al %1 de %2 TPS; %3</translation>
    </message>
    <message>
        <source>At %1 of %2 TPS</source>
        <translation>Al %1 de %2 TPS</translation>
    </message>
    <message>
        <source>At least at %1 of %2 TPS for %3; %4</source>
        <translation>Al menos al %1 de %2 TPS desde hace %3; %4</translation>
    </message>
    <message>
        <source>At least at %1 of %2 TPS for %3</source>
        <translation>Al menos al %1 de %2 TPS desde hace %3</translation>
    </message>
    <message>
        <source>At least at %1 of %2 TPS; %3</source>
        <translation>Al menos al %1 de %2 TPS; %3</translation>
    </message>
    <message>
        <source>At least at %1 of %2 TPS</source>
        <translation>Al menos al %1 de %2 TPS</translation>
    </message>
    <message>
        <source>Bot&apos;s server: %1</source>
        <translation>Servidor del bot: %1</translation>
    </message>
    <message>
        <source>Catching up: %1 events a second come in that had waited for %2. They spent their share of the %3 TPS before</source>
        <translation>Poniéndose al día: llegan %1 eventos por segundo que habían esperado %2. Gastaron antes su parte de los %3 TPS</translation>
    </message>
    <message>
        <source>Connected, but silent: %1</source>
        <translation>Conectado, pero en silencio: %1</translation>
    </message>
    <message>
        <source>Connected, but silent</source>
        <translation>Conectado, pero en silencio</translation>
    </message>
    <message>
        <source>Degraded: %1</source>
        <translation>Degradado: %1</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Degradado</translation>
    </message>
    <message>
        <source>Down: %1</source>
        <translation>Caído: %1</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Caído</translation>
    </message>
    <message>
        <source>Events are not measured until the tap that brings them is connected</source>
        <translation>Los eventos no se miden hasta que se conecte el tap que los trae</translation>
    </message>
    <message>
        <source>Events are not measured: the tap that brings them is not connected. See Webhooks.</source>
        <translation>Los eventos no se miden: el tap que los trae no está conectado. Véase Webhooks.</translation>
    </message>
    <message>
        <source>No event for %1, which is not unusual at this hour</source>
        <translation>Ningún evento desde hace %1, lo que no es raro a esta hora</translation>
    </message>
    <message>
        <source>No event for %1</source>
        <translation>Ningún evento desde hace %1</translation>
    </message>
    <message>
        <source>No event has arrived since Barograph started counting</source>
        <translation>No ha llegado ningún evento desde que Barograph empezó a contar</translation>
    </message>
    <message numerus="yes">
        <source>Outbound queue has been paused for %1; %2 message(s) wait in it</source>
        <translation>
            <numerusform>La cola de salida lleva en pausa %1; %2 mensaje espera en ella</numerusform>
            <numerusform>La cola de salida lleva en pausa %1; %2 mensajes esperan en ella</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbound queue has been paused for %1</source>
        <translation>La cola de salida lleva en pausa %1</translation>
    </message>
    <message numerus="yes">
        <source>Outbound queue is paused; %1 message(s) wait in it</source>
        <translation>
            <numerusform>La cola de salida está en pausa; %1 mensaje espera en ella</numerusform>
            <numerusform>La cola de salida está en pausa; %1 mensajes esperan en ella</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbound queue is paused</source>
        <translation>La cola de salida está en pausa</translation>
    </message>
    <message>
        <source>Outbound queue was paused when it last answered, %1</source>
        <translation>La cola de salida estaba en pausa cuando respondió por última vez, %1</translation>
    </message>
    <message numerus="yes">
        <source>Settings of the node were changed, and not from here: %1 and %n more. See Notices.</source>
        <translation>
            <numerusform>Se cambiaron ajustes del nodo, y no desde aquí: %1 y %n más. Mire Avisos.</numerusform>
            <numerusform>Se cambiaron ajustes del nodo, y no desde aquí: %1 y %n más. Mire Avisos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Silent: %1</source>
        <translation>En silencio: %1</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>En silencio</translation>
    </message>
    <message>
        <source>State not known: %1</source>
        <translation>Estado desconocido: %1</translation>
    </message>
    <message>
        <source>State not known</source>
        <translation>Estado desconocido</translation>
    </message>
    <message>
        <source>Switched off: %1</source>
        <translation>Desactivado: %1</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>The rate is not known: none of the last seconds was listened to as a whole</source>
        <translation>No se conoce la tasa: ninguno de los últimos segundos se escuchó entero</translation>
    </message>
</context>
<context>
    <name>barograph::Health</name>
    <message numerus="yes">
        <source>%n CoreApps are connected at once, where exactly one should be. WhatsApp may block the number: stop all but one.</source>
        <translation>
            <numerusform>%n CoreApp está conectado a la vez, donde debería haber exactamente uno. WhatsApp puede bloquear el número: detenga todos menos uno.</numerusform>
            <numerusform>%n CoreApp están conectados a la vez, donde debería haber exactamente uno. WhatsApp puede bloquear el número: detenga todos menos uno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 shard(s) are not connected to WhatsApp; their recipients get no messages.</source>
        <translation>
            <numerusform>%n de %1 shards no está conectado a WhatsApp; sus destinatarios no reciben mensajes.</numerusform>
            <numerusform>%n de %1 shards no están conectados a WhatsApp; sus destinatarios no reciben mensajes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n shard(s) and the primary master are connected to WhatsApp.</source>
        <translation>
            <numerusform>El shard (%n) y el maestro primario están conectados a WhatsApp.</numerusform>
            <numerusform>Los %n shards y el maestro primario están conectados a WhatsApp.</numerusform>
        </translation>
    </message>
    <message>
        <source>All shards are connected, but the primary master is not, so that a failing shard would not be taken over. Check the masters.</source>
        <translation>Todos los shards están conectados, pero el maestro primario no, así que un shard que falle no tendría relevo. Compruebe los maestros.</translation>
    </message>
    <message>
        <source>Ask less often, and find out who else asks.</source>
        <translation>Pregunte con menos frecuencia, y averigüe quién más pregunta.</translation>
    </message>
    <message>
        <source>Check its load and the network in between.</source>
        <translation>Compruebe su carga y la red intermedia.</translation>
    </message>
    <message>
        <source>Check that CoreApp and its database run.</source>
        <translation>Compruebe que CoreApp y su base de datos estén en marcha.</translation>
    </message>
    <message>
        <source>Check that it runs, the port and the network in between.</source>
        <translation>Compruebe que esté en marcha, el puerto y la red intermedia.</translation>
    </message>
    <message>
        <source>Check that the address is that of a WhatsApp Business API client.</source>
        <translation>Compruebe que la dirección sea la de un cliente de la WhatsApp Business API.</translation>
    </message>
    <message>
        <source>Check the address and the name server.</source>
        <translation>Compruebe la dirección y el servidor de nombres.</translation>
    </message>
    <message>
        <source>Compare its fingerprint and pin it, or name its CA.</source>
        <translation>Compare su huella y fíjela, o indique su CA.</translation>
    </message>
    <message>
        <source>CoreApp</source>
        <translation>CoreApp</translation>
    </message>
    <message>
        <source>Enter it in the node&apos;s settings.</source>
        <translation>Introdúzcala en los ajustes del nodo.</translation>
    </message>
    <message>
        <source>Enter them again.</source>
        <translation>Introdúzcalos otra vez.</translation>
    </message>
    <message>
        <source>No CoreApp is connected to WhatsApp yet; one is connecting.</source>
        <translation>Aún no hay ningún CoreApp conectado a WhatsApp; uno se está conectando.</translation>
    </message>
    <message>
        <source>No CoreApp is connected to WhatsApp. A failover takes about 35 seconds; if it takes longer, check the CoreApps and the masters.</source>
        <translation>Ningún CoreApp está conectado a WhatsApp. Una conmutación tarda unos 35 segundos; si tarda más, compruebe los CoreApp y los maestros.</translation>
    </message>
    <message>
        <source>No password for the node is known.</source>
        <translation>No se conoce ninguna contraseña del nodo.</translation>
    </message>
    <message>
        <source>No shard is connected to WhatsApp. Check the CoreApps and their database.</source>
        <translation>Ningún shard está conectado a WhatsApp. Compruebe los CoreApp y su base de datos.</translation>
    </message>
    <message>
        <source>Not asked and not judged. Webhooks that it sends are still counted.</source>
        <translation>No se le pregunta ni se le juzga. Los webhooks que envía aún se cuentan.</translation>
    </message>
    <message>
        <source>Not connected: %1.</source>
        <translation>Sin conexión: %1.</translation>
    </message>
    <message>
        <source>One CoreApp is connected to WhatsApp, as it should be.</source>
        <translation>Un CoreApp está conectado a WhatsApp, como debe ser.</translation>
    </message>
    <message>
        <source>One CoreApp is connected, but there is no primary master, so that a failure would not be taken over. Check the masters.</source>
        <translation>Un CoreApp está conectado, pero no hay maestro primario, así que un fallo no tendría relevo. Compruebe los maestros.</translation>
    </message>
    <message>
        <source>Send more slowly until it recovers.</source>
        <translation>Envíe más despacio hasta que se recupere.</translation>
    </message>
    <message>
        <source>The client has no connection to WhatsApp. Check that it reaches the Internet on ports 5222 and 443, and its log.</source>
        <translation>El cliente no tiene conexión con WhatsApp. Compruebe que llegue a Internet por los puertos 5222 y 443, y su registro.</translation>
    </message>
    <message>
        <source>The client is being upgraded or is setting up its database. If this lasts longer than a few minutes, check its database.</source>
        <translation>El cliente se está actualizando o está preparando su base de datos. Si esto dura más de unos minutos, compruebe su base de datos.</translation>
    </message>
    <message>
        <source>The client is connected to WhatsApp.</source>
        <translation>El cliente está conectado a WhatsApp.</translation>
    </message>
    <message>
        <source>The client is connecting to WhatsApp.</source>
        <translation>El cliente se está conectando a WhatsApp.</translation>
    </message>
    <message numerus="yes">
        <source>The node answers as a single container, but is configured here as MultiConnect with %n shard(s). Correct the configuration or check the node.</source>
        <translation>
            <numerusform>El nodo responde como un contenedor único, pero aquí está configurado como MultiConnect con %n shard. Corrija la configuración o compruebe el nodo.</numerusform>
            <numerusform>El nodo responde como un contenedor único, pero aquí está configurado como MultiConnect con %n shards. Corrija la configuración o compruebe el nodo.</numerusform>
        </translation>
    </message>
    <message>
        <source>The node answers with an internal error.</source>
        <translation>El nodo responde con un error interno.</translation>
    </message>
    <message>
        <source>The node answers, but has not told its health yet.</source>
        <translation>El nodo responde, pero aún no ha dicho su estado de salud.</translation>
    </message>
    <message>
        <source>The node cannot be reached.</source>
        <translation>No se puede llegar al nodo.</translation>
    </message>
    <message>
        <source>The node did not accept the user name or password.</source>
        <translation>El nodo no aceptó el nombre de usuario o la contraseña.</translation>
    </message>
    <message>
        <source>The node does not answer in time.</source>
        <translation>El nodo no responde a tiempo.</translation>
    </message>
    <message>
        <source>The node does not let this user see its health.</source>
        <translation>El nodo no deja que este usuario vea su estado de salud.</translation>
    </message>
    <message>
        <source>The node has not been asked for its health yet.</source>
        <translation>Aún no se ha preguntado al nodo por su estado de salud.</translation>
    </message>
    <message>
        <source>The node has not been asked yet.</source>
        <translation>Aún no se ha preguntado al nodo.</translation>
    </message>
    <message>
        <source>The node is asked too often and refuses to answer.</source>
        <translation>Se pregunta al nodo con demasiada frecuencia y se niega a responder.</translation>
    </message>
    <message>
        <source>The node reports a connection state that is not known here.</source>
        <translation>El nodo indica un estado de conexión que aquí no se conoce.</translation>
    </message>
    <message>
        <source>The node says that it is overloaded.</source>
        <translation>El nodo dice que está sobrecargado.</translation>
    </message>
    <message>
        <source>The node&apos;s answer cannot be understood.</source>
        <translation>La respuesta del nodo no se entiende.</translation>
    </message>
    <message>
        <source>The node&apos;s certificate is not trusted.</source>
        <translation>El certificado del nodo no es de confianza.</translation>
    </message>
    <message>
        <source>The node&apos;s health answer names no member.</source>
        <translation>La respuesta de salud del nodo no nombra ningún miembro.</translation>
    </message>
    <message>
        <source>The node&apos;s host name is not known.</source>
        <translation>No se conoce el nombre de host del nodo.</translation>
    </message>
    <message>
        <source>The node&apos;s last word about its health is too old.</source>
        <translation>Lo último que dijo el nodo sobre su salud es demasiado antiguo.</translation>
    </message>
    <message>
        <source>The number is not registered. Register it before it can send or receive.</source>
        <translation>El número no está registrado. Regístrelo antes de que pueda enviar o recibir.</translation>
    </message>
    <message>
        <source>This kind of node cannot be asked for its health.</source>
        <translation>A este tipo de nodo no se le puede preguntar por su salud.</translation>
    </message>
    <message>
        <source>Use a user with the admin role.</source>
        <translation>Use un usuario con la función de administrador.</translation>
    </message>
    <message>
        <source>being set up</source>
        <translation>en preparación</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>desconectado</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>sin registrar</translation>
    </message>
    <message>
        <source>primary master</source>
        <translation>maestro primario</translation>
    </message>
    <message>
        <source>secondary master</source>
        <translation>maestro secundario</translation>
    </message>
    <message>
        <source>single container</source>
        <translation>contenedor único</translation>
    </message>
</context>
<context>
    <name>barograph::HistoryPanel</name>
    <message>
        <source>Controls and how they ended</source>
        <translation>Controles y cómo terminaron</translation>
    </message>
    <message>
        <source>Nothing has been changed on any node or queue.</source>
        <translation>No se ha cambiado nada en ningún nodo ni en ninguna cola.</translation>
    </message>
    <message>
        <source>Puts back what the chosen control had found. Shows first what would change.</source>
        <translation>Vuelve a poner lo que el control elegido había encontrado. Muestra primero lo que cambiaría.</translation>
    </message>
    <message>
        <source>Re&amp;store previous state…</source>
        <translation>Re&amp;staurar el estado anterior…</translation>
    </message>
</context>
<context>
    <name>barograph::HourCells</name>
    <message>
        <source>%1:00</source>
        <translation>%1:00</translation>
    </message>
    <message>
        <source>Hours of the day against the budget</source>
        <translation>Horas del día frente al presupuesto</translation>
    </message>
</context>
<context>
    <name>barograph::Incoming</name>
    <message>
        <source>%1 (estimate)</source>
        <translation>%1 (estimación)</translation>
    </message>
    <message>
        <source>%1 (stale %2)</source>
        <translation>%1 (desactualizado %2)</translation>
    </message>
    <message>
        <source>%1 CPU/%2 GB</source>
        <translation>%1 CPU/%2 GB</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 of callbacks fail; it answers in %2, within WhatsApp&apos;s norm of %3</source>
        <translation>falla el %1 de los callbacks; responde en %2, dentro de la norma de WhatsApp de %3</translation>
    </message>
    <message>
        <source>%1 of callbacks fail; it answers in %2; WhatsApp&apos;s norm is %3</source>
        <translation>falla el %1 de los callbacks; responde en %2; la norma de WhatsApp es %3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 wait at the node by its own gauges. The lag is longer than that explains: about %2 more wait at WhatsApp&apos;s end, where no gauge reaches.</source>
        <translation>%1 esperan en el nodo según sus propios medidores. El retraso es mayor de lo que eso explica: unos %2 más esperan del lado de WhatsApp, donde no llega ningún medidor.</translation>
    </message>
    <message>
        <source>%1 waiting (estimate)</source>
        <translation>%1 en espera (estimación)</translation>
    </message>
    <message>
        <source>%1 waiting (stale %2)</source>
        <translation>%1 en espera (desactualizado %2)</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1; what it needs is not known without a budget</source>
        <translation>%1; lo que necesita no se sabe sin un presupuesto</translation>
    </message>
    <message>
        <source>BOT FAILS</source>
        <translation>EL BOT FALLA</translation>
    </message>
    <message>
        <source>Bot&apos;s server: %1.</source>
        <translation>Servidor del bot: %1.</translation>
    </message>
    <message>
        <source>Estimated: events arriving per second × lag. There is no gauge to read.</source>
        <translation>Estimado: eventos que llegan por segundo × retraso. No hay ningún medidor que leer.</translation>
    </message>
    <message>
        <source>FILLS IN %1 MIN</source>
        <translation>SE LLENA EN %1 MIN</translation>
    </message>
    <message>
        <source>Incoming queue: %1; %2.</source>
        <translation>Cola de entrada: %1; %2.</translation>
    </message>
    <message>
        <source>LOSING MESSAGES</source>
        <translation>SE PIERDEN MENSAJES</translation>
    </message>
    <message>
        <source>LOST SOON</source>
        <translation>PÉRDIDA INMINENTE</translation>
    </message>
    <message>
        <source>Let the bot answer 200 at once and do its work afterwards.</source>
        <translation>Haga que el bot responda 200 al momento y haga su trabajo después.</translation>
    </message>
    <message>
        <source>Neither the node nor the lag of its events has told anything yet.</source>
        <translation>Ni el nodo ni el retraso de sus eventos han dicho nada todavía.</translation>
    </message>
    <message>
        <source>Pause the outbound queue or switch receipts off, so that the budget goes to what comes in.</source>
        <translation>Pause la cola de salida o desactive los acuses, para que el presupuesto sea para lo que entra.</translation>
    </message>
    <message>
        <source>Repair the bot&apos;s server: callbacks that it does not answer come again and queue up.</source>
        <translation>Repare el servidor del bot: los callbacks que no responde vuelven y hacen cola.</translation>
    </message>
    <message>
        <source>SLOW BOT</source>
        <translation>BOT LENTO</translation>
    </message>
    <message>
        <source>The callbacks wait for the bot&apos;s server: speed it up or let the node make more of them at a time.</source>
        <translation>Los callbacks esperan al servidor del bot: acelérelo o deje que el nodo haga más a la vez.</translation>
    </message>
    <message>
        <source>This kind of node has no gauge, and its events carry no time to tell a lag by.</source>
        <translation>Este tipo de nodo no tiene medidor, y sus eventos no llevan hora con la que saber el retraso.</translation>
    </message>
    <message>
        <source>Told by the node: callbacks and messages that wait there. The lag gives no sign of more at WhatsApp&apos;s end.</source>
        <translation>Lo dice el nodo: callbacks y mensajes que esperan allí. El retraso no da señales de más del lado de WhatsApp.</translation>
    </message>
    <message>
        <source>answers in %1, within WhatsApp&apos;s norm of %2</source>
        <translation>responde en %1, dentro de la norma de WhatsApp de %2</translation>
    </message>
    <message>
        <source>answers in %1; WhatsApp&apos;s norm is %2</source>
        <translation>responde en %1; la norma de WhatsApp es %2</translation>
    </message>
    <message>
        <source>cannot be told from this kind of node</source>
        <translation>no se puede saber con este tipo de nodo</translation>
    </message>
    <message>
        <source>drains in %1</source>
        <translation>se vacía en %1</translation>
    </message>
    <message>
        <source>drains slowly</source>
        <translation>se vacía despacio</translation>
    </message>
    <message>
        <source>fills in %1: incoming messages will be lost</source>
        <translation>se llena en %1: se perderán mensajes entrantes</translation>
    </message>
    <message>
        <source>full: incoming messages are being lost</source>
        <translation>llena: se están perdiendo mensajes entrantes</translation>
    </message>
    <message>
        <source>growing by %1 a second</source>
        <translation>crece %1 por segundo</translation>
    </message>
    <message>
        <source>growing, but far from full</source>
        <translation>crece, pero dista de estar llena</translation>
    </message>
    <message>
        <source>growing: full in %1 if it goes on like this</source>
        <translation>crece: llena en %1 si sigue así</translation>
    </message>
    <message>
        <source>its size is not entered; the published rule asks for %1 for %2 TPS</source>
        <translation>su tamaño no está indicado; la regla publicada pide %1 para %2 TPS</translation>
    </message>
    <message>
        <source>large enough by the published rule: %1, needs %2 for %3 TPS</source>
        <translation>suficiente según la regla publicada: %1, necesita %2 para %3 TPS</translation>
    </message>
    <message>
        <source>neither growing nor shrinking</source>
        <translation>ni crece ni disminuye</translation>
    </message>
    <message>
        <source>no callbacks are made at present</source>
        <translation>actualmente no se hacen callbacks</translation>
    </message>
    <message>
        <source>no figure is published for %1 TPS; for 20 TPS it is %2</source>
        <translation>no hay cifra publicada para %1 TPS; para 20 TPS es %2</translation>
    </message>
    <message>
        <source>no queue (estimate)</source>
        <translation>sin cola (estimación)</translation>
    </message>
    <message>
        <source>no queue</source>
        <translation>sin cola</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>nothing has to wait</source>
        <translation>nada tiene que esperar</translation>
    </message>
    <message>
        <source>shrinking by %1 a second</source>
        <translation>disminuye %1 por segundo</translation>
    </message>
    <message>
        <source>steady; the budget left would drain it in %1</source>
        <translation>estable; el presupuesto que queda la vaciaría en %1</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>estable</translation>
    </message>
    <message>
        <source>the clocks agree</source>
        <translation>los relojes coinciden</translation>
    </message>
    <message>
        <source>the node&apos;s clock is %1 ahead</source>
        <translation>el reloj del nodo está %1 adelantado</translation>
    </message>
    <message>
        <source>the node&apos;s clock is %1 behind</source>
        <translation>el reloj del nodo está %1 atrasado</translation>
    </message>
    <message>
        <source>too small by the published rule: %1, needs %2 for %3 TPS</source>
        <translation>demasiado pequeño según la regla publicada: %1, necesita %2 para %3 TPS</translation>
    </message>
    <message>
        <source>too small: %1; %2</source>
        <translation>demasiado pequeño: %1; %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>what it needs is not known without a budget</source>
        <translation>lo que necesita no se sabe sin un presupuesto</translation>
    </message>
    <message>
        <source>which way it goes is not known</source>
        <translation>no se sabe hacia dónde va</translation>
    </message>
    <message numerus="yes">
        <source>≈ %1 message(s) within the next hour</source>
        <translation>
            <numerusform>≈ %1 mensaje durante la próxima hora</numerusform>
            <numerusform>≈ %1 mensajes durante la próxima hora</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::IncomingChart</name>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>%1: between %2 and %3 waiting.</source>
        <translation>%1: entre %2 y %3 en espera.</translation>
    </message>
    <message>
        <source>As configured for this number. Beyond it, messages are lost.</source>
        <translation>Según la configuración de este número. Por encima de ella se pierden mensajes.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>Forecast, by an estimated depth: %1</source>
        <translation>Pronóstico, con una longitud estimada: %1</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>Pronóstico: %1</translation>
    </message>
    <message>
        <source>Incoming queue over time</source>
        <translation>Cola de entrada a lo largo del tiempo</translation>
    </message>
    <message>
        <source>The incoming queue cannot be told from this kind of node. %1</source>
        <translation>La cola de entrada no se puede saber con este tipo de nodo. %1</translation>
    </message>
    <message>
        <source>The incoming queue is not known for this time: nothing was recorded.</source>
        <translation>La cola de entrada no se conoce en este intervalo: no se registró nada.</translation>
    </message>
    <message>
        <source>The incoming queue is not known. %1</source>
        <translation>La cola de entrada no se conoce. %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>capacity %1, far above</source>
        <translation>capacidad %1, muy por encima</translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation>capacidad %1</translation>
    </message>
    <message>
        <source>events waiting</source>
        <translation>eventos en espera</translation>
    </message>
</context>
<context>
    <name>barograph::IncomingPanel</name>
    <message>
        <source>%1 a second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>%1 of %2; %3</source>
        <translation>%1 de %2; %3</translation>
    </message>
    <message>
        <source>Age of the depth</source>
        <translation>Antigüedad de la longitud</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>A fecha de</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>En riesgo</translation>
    </message>
    <message>
        <source>By the Date of the node&apos;s answers.</source>
        <translation>Según el Date de las respuestas del nodo.</translation>
    </message>
    <message>
        <source>By the smallest lag of the last half hour: a lag is never negative.</source>
        <translation>Según el menor retraso de la última media hora: un retraso nunca es negativo.</translation>
    </message>
    <message>
        <source>Callbacks made</source>
        <translation>Callbacks hechos</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>Callbacks</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Relojes</translation>
    </message>
    <message>
        <source>Difference of the clocks</source>
        <translation>Diferencia de los relojes</translation>
    </message>
    <message>
        <source>Growth of the queue</source>
        <translation>Crecimiento de la cola</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Crecimiento</translation>
    </message>
    <message>
        <source>Incoming messages, without receipts, that find the queue full within the next hour if all goes on like this.</source>
        <translation>Mensajes entrantes, sin acuses, que encontrarían la cola llena durante la próxima hora si todo sigue así.</translation>
    </message>
    <message>
        <source>Incoming queue and the bot&apos;s server</source>
        <translation>Cola de entrada y servidor del bot</translation>
    </message>
    <message>
        <source>Incoming: %1</source>
        <translation>Entrada: %1</translation>
    </message>
    <message>
        <source>Lag without the clocks&apos; difference</source>
        <translation>Retraso sin la diferencia de los relojes</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Logarithmic, up to the capacity of %1 in this number&apos;s configuration. %2</source>
        <translation>Logarítmico, hasta la capacidad de %1 de la configuración de este número. %2</translation>
    </message>
    <message>
        <source>Mean of the last 10 to 60 seconds, by the node&apos;s own counters of the callbacks that it made to the webhook address that is set on it.</source>
        <translation>Media de los últimos 10 a 60 segundos, según los propios contadores del nodo de los callbacks que hizo a la dirección de webhook que tiene puesta.</translation>
    </message>
    <message>
        <source>Messages at risk</source>
        <translation>Mensajes en riesgo</translation>
    </message>
    <message>
        <source>Outgoing messages pending at the node</source>
        <translation>Mensajes salientes pendientes en el nodo</translation>
    </message>
    <message>
        <source>Pending out</source>
        <translation>Salida pendiente</translation>
    </message>
    <message>
        <source>Published: 2 CPU/2 GB for up to 10 TPS, 4 CPU/4 GB for 15, 6 CPU/6 GB for 20. Enter the bot&apos;s server in this number&apos;s configuration.</source>
        <translation>Publicado: 2 CPU/2 GB para hasta 10 TPS, 4 CPU/4 GB para 15, 6 CPU/6 GB para 20. Introduzca el servidor del bot en la configuración de este número.</translation>
    </message>
    <message>
        <source>The bot&apos;s server</source>
        <translation>El servidor del bot</translation>
    </message>
    <message>
        <source>The usual slope of the last 30 to 60 seconds; single outliers do not count.</source>
        <translation>La pendiente habitual de los últimos 30 a 60 segundos; los valores atípicos sueltos no cuentan.</translation>
    </message>
    <message>
        <source>When the depth was read, or last worked out.</source>
        <translation>Cuándo se leyó la longitud, o se calculó por última vez.</translation>
    </message>
    <message>
        <source>arrival minus the event&apos;s own time, of received messages and receipts, with the clocks&apos; difference taken out; ± 1 s</source>
        <translation>llegada menos la hora del propio evento, de mensajes recibidos y acuses, sin la diferencia de los relojes; ± 1 s</translation>
    </message>
    <message>
        <source>callbacks per second, counted by the node</source>
        <translation>callbacks por segundo, contados por el nodo</translation>
    </message>
    <message>
        <source>told by the node: accepted and not yet sent</source>
        <translation>lo dice el nodo: aceptados y aún no enviados</translation>
    </message>
</context>
<context>
    <name>barograph::Ingest</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can be reached by other machines, and whoever learns the webhook address of %2 can send events in its name.</source>
        <translation>Otras máquinas pueden llegar a %1, y quien conozca la dirección de webhook de %2 puede enviar eventos en su nombre.</translation>
    </message>
    <message>
        <source>%1 can be reached by other machines, and without TLS everybody on the way can read webhooks and the secrets in their addresses.</source>
        <translation>Otras máquinas pueden llegar a %1, y sin TLS cualquiera por el camino puede leer los webhooks y los secretos de sus direcciones.</translation>
    </message>
    <message>
        <source>Could not %1 the installation key %2: %3. Check the folder&apos;s permissions and its disk.</source>
        <translation>No se pudo %1 la clave de instalación %2: %3. Compruebe los permisos de la carpeta y su disco.</translation>
    </message>
    <message>
        <source>Give it a signature, token, allow_from or client_name under [node.webhook] in the configuration, or address = &quot;127.0.0.1&quot; to receive from this machine only, or allow_unprotected = true if the network between protects it.</source>
        <translation>Dele una firma, un token, allow_from o client_name en [node.webhook] en la configuración, o address = &quot;127.0.0.1&quot; para recibir solo desde esta máquina, o allow_unprotected = true si la red intermedia lo protege.</translation>
    </message>
    <message>
        <source>Give it a signature, token, allow_from or client_name under [node.webhook] in the configuration.</source>
        <translation>Dele una firma, un token, allow_from o client_name en [node.webhook] en la configuración.</translation>
    </message>
    <message>
        <source>Set tls = true under [listener] in the configuration, or address = &quot;127.0.0.1&quot; to receive from this machine only, or allow_unprotected = true if the network between protects it.</source>
        <translation>Ponga tls = true en [listener] en la configuración, o address = &quot;127.0.0.1&quot; para recibir solo desde esta máquina, o allow_unprotected = true si la red intermedia lo protege.</translation>
    </message>
    <message>
        <source>Set tls = true under [listener] in the configuration.</source>
        <translation>Ponga tls = true en [listener] en la configuración.</translation>
    </message>
    <message>
        <source>The disk has not confirmed a write for %1 s; requests are waiting for it. Check the disk of %2.</source>
        <translation>El disco no ha confirmado ninguna escritura en %1 s; hay solicitudes que la esperan. Compruebe el disco de %2.</translation>
    </message>
    <message>
        <source>The installation key %1 is not 32 bytes long. Restore it from a backup; or remove it to get a new one, after which every webhook address changes.</source>
        <translation>La clave de instalación %1 no tiene 32 bytes. Restáurela de una copia de seguridad; o quítela para obtener una nueva, tras lo cual cambian todas las direcciones de webhook.</translation>
    </message>
    <message>
        <source>The webhook listener could not be set up: %1. Close other programs.</source>
        <translation>No se pudo preparar el receptor de webhooks: %1. Cierre otros programas.</translation>
    </message>
    <message>
        <source>Trying again every %1 s.</source>
        <translation>Se intenta otra vez cada %1 s.</translation>
    </message>
    <message>
        <source>Until then the listener goes on with the former one.</source>
        <translation>Hasta entonces el receptor sigue con el anterior.</translation>
    </message>
    <message>
        <source>libsodium could not be started. Reinstall libsodium.</source>
        <translation>No se pudo iniciar libsodium. Reinstale libsodium.</translation>
    </message>
    <message>
        <source>make</source>
        <translation>crear</translation>
    </message>
    <message>
        <source>protect</source>
        <translation>proteger</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>unknown address</source>
        <translation>dirección desconocida</translation>
    </message>
</context>
<context>
    <name>barograph::Joined</name>
    <message>
        <source>%1 %2</source>
        <comment>two whole sentences, one after the other</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>barograph::Label</name>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Connected, but silent</source>
        <translation>Conectado, pero en silencio</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Degradado</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Caído</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Editado</translation>
    </message>
    <message>
        <source>Error notice</source>
        <translation>Aviso de error</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Group notice</source>
        <translation>Aviso de grupo</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>No entendido</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Other notice</source>
        <translation>Otro aviso</translation>
    </message>
    <message>
        <source>Own device</source>
        <translation>Dispositivo propio</translation>
    </message>
    <message>
        <source>Played</source>
        <translation>Reproducido</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Send told twice</source>
        <translation>Envío dicho dos veces</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Service notice</source>
        <translation>Aviso de servicio</translation>
    </message>
    <message>
        <source>Session notice</source>
        <translation>Aviso de sesión</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>System notice</source>
        <translation>Aviso del sistema</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>sent statuses</source>
        <translation>estados “sent”</translation>
    </message>
    <message>
        <source>stats counter</source>
        <translation>contador de estadísticas</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::LagChart</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1: lag between %2 and %3.</source>
        <translation>%1: retraso entre %2 y %3.</translation>
    </message>
    <message>
        <source>0 or less (%1 by the clocks)</source>
        <translation>0 o menos (%1 según los relojes)</translation>
    </message>
    <message>
        <source>0 or less</source>
        <translation>0 o menos</translation>
    </message>
    <message>
        <source>Lag over time</source>
        <translation>Retraso a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarítmico</translation>
    </message>
    <message>
        <source>The lag is not known for this time: nothing was recorded.</source>
        <translation>El retraso no se conoce en este intervalo: no se registró nada.</translation>
    </message>
    <message>
        <source>The lag is not known: no event with a time of its own has come in yet.</source>
        <translation>El retraso no se conoce: aún no ha llegado ningún evento con hora propia.</translation>
    </message>
    <message>
        <source>This kind of node cannot tell a lag: its events carry no time of their own.</source>
        <translation>Este tipo de nodo no puede decir un retraso: sus eventos no llevan hora propia.</translation>
    </message>
    <message>
        <source>arrival minus the event&apos;s own time, smallest of the last seconds, with the clocks&apos; difference taken out; ± 1 s</source>
        <translation>llegada menos la hora del propio evento, lo menor de los últimos segundos, sin la diferencia de los relojes; ± 1 s</translation>
    </message>
    <message>
        <source>at the bottom: 0 or less, as far as the clocks can tell</source>
        <translation>abajo: 0 o menos, hasta donde lo pueden decir los relojes</translation>
    </message>
    <message>
        <source>lag, logarithmic</source>
        <translation>retraso, logarítmico</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>retraso</translation>
    </message>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
</context>
<context>
    <name>barograph::LayoutBook</name>
    <message>
        <source>A built-in layout is called that.</source>
        <translation>Una disposición integrada se llama así.</translation>
    </message>
    <message>
        <source>Another layout is called that.</source>
        <translation>Otra disposición se llama así.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Póngale un nombre.</translation>
    </message>
    <message>
        <source>The file holds no layout of Barograph.</source>
        <translation>El archivo no contiene ninguna disposición de Barograph.</translation>
    </message>
    <message>
        <source>The file is too large to be a layout.</source>
        <translation>El archivo es demasiado grande para ser una disposición.</translation>
    </message>
    <message>
        <source>The layout in the file is damaged.</source>
        <translation>La disposición del archivo está dañada.</translation>
    </message>
    <message>
        <source>The layout was written by another version of Barograph, which this one cannot read.</source>
        <translation>La disposición la escribió otra versión de Barograph, y esta no la puede leer.</translation>
    </message>
    <message>
        <source>The name may have at most %1 letters.</source>
        <translation>El nombre puede tener como máximo %1 letras.</translation>
    </message>
</context>
<context>
    <name>barograph::LayoutsDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renombrar</translation>
    </message>
    <message>
        <source>&amp;Save over it</source>
        <translation>&amp;Guardar encima</translation>
    </message>
    <message>
        <source>&amp;Save the present one</source>
        <translation>&amp;Guardar la actual</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>Layouts (*.json)</source>
        <translation>Disposiciones (*.json)</translation>
    </message>
    <message>
        <source>Layouts of the node view</source>
        <translation>Disposiciones de la vista del nodo</translation>
    </message>
    <message>
        <source>Name, e.g. “Night shift”</source>
        <translation>Nombre, p. ej. “Turno de noche”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Own layouts</source>
        <translation>Disposiciones propias</translation>
    </message>
    <message>
        <source>Read a layout from a file</source>
        <translation>Leer una disposición de un archivo</translation>
    </message>
    <message>
        <source>Write the layout to a file</source>
        <translation>Escribir la disposición en un archivo</translation>
    </message>
</context>
<context>
    <name>barograph::LegendKey</name>
    <message>
        <source>%1 in the chart</source>
        <translation>%1 en el gráfico</translation>
    </message>
    <message>
        <source>Click to show %1 again.</source>
        <translation>Haga clic para volver a mostrar %1.</translation>
    </message>
    <message>
        <source>Click to take %1 out of the chart and out of its sum.</source>
        <translation>Haga clic para sacar %1 del gráfico y de su suma.</translation>
    </message>
</context>
<context>
    <name>barograph::Listener</name>
    <message>
        <source>%1 %2 cannot be read: %3. Check the path under [listener] in the configuration and the file&apos;s permissions.</source>
        <translation>%1 %2: no se puede leer: %3. Compruebe la ruta en [listener] en la configuración y los permisos del archivo.</translation>
    </message>
    <message>
        <source>%1 %2 is larger than 1 MiB and is no PEM file of that kind. Check the path under [listener] in the configuration.</source>
        <translation>%1 %2: pasa de 1 MiB y no es un archivo PEM de ese tipo. Compruebe la ruta en [listener] en la configuración.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Check the folder&apos;s permissions and the space on the disk.</source>
        <translation>%1 no se puede escribir: %2. Compruebe los permisos de la carpeta y el espacio en el disco.</translation>
    </message>
    <message>
        <source>%1 is not an address of this computer. Set [listener] address in the configuration to 127.0.0.1 or to one that is.</source>
        <translation>%1 no es una dirección de este equipo. Ponga [listener] address en la configuración a 127.0.0.1 o a una que lo sea.</translation>
    </message>
    <message>
        <source>A certificate in %1 cannot be used: %2. Remove or replace it.</source>
        <translation>Un certificado de %1 no se puede usar: %2. Quítelo o reemplácelo.</translation>
    </message>
    <message>
        <source>Cannot listen on %1, port %2: %3. Check [listener] in the configuration.</source>
        <translation>No se puede escuchar en %1, puerto %2: %3. Compruebe [listener] en la configuración.</translation>
    </message>
    <message>
        <source>Make a new one with: barograph listener-certificate --renew, and give it to the nodes that were told to trust the former one.</source>
        <translation>Cree uno nuevo con: barograph listener-certificate --renew, y délo a los nodos a los que se dijo que confiaran en el anterior.</translation>
    </message>
    <message>
        <source>No certificate could be made for the listener: %1. Reinstall OpenSSL, or name files of yours under [listener] in the configuration.</source>
        <translation>No se pudo crear un certificado para el receptor: %1. Reinstale OpenSSL, o indique archivos propios en [listener] en la configuración.</translation>
    </message>
    <message>
        <source>Others than its owner may use the listener&apos;s key %1. Forbid it: chmod 600 %1</source>
        <translation>Otros que no son su propietario pueden usar la clave del receptor %1. Prohíbalo: chmod 600 %1</translation>
    </message>
    <message>
        <source>Port %1 on %2 is in use by another program. Stop that program, or set another port under [listener] in the configuration.</source>
        <translation>El puerto %1 de %2 lo usa otro programa. Detenga ese programa, o ponga otro puerto en [listener] en la configuración.</translation>
    </message>
    <message>
        <source>Port %1 on %2 may not be used without more rights. Set a port above 1023 under [listener] in the configuration.</source>
        <translation>El puerto %1 de %2 no se puede usar sin más derechos. Ponga un puerto superior a 1023 en [listener] en la configuración.</translation>
    </message>
    <message>
        <source>Replace the file named under [listener] certificate in the configuration; it is taken up within a minute.</source>
        <translation>Reemplace el archivo indicado en [listener] certificate en la configuración; se incorpora en un minuto.</translation>
    </message>
    <message>
        <source>TLS could not be set up: %1. Reinstall OpenSSL.</source>
        <translation>No se pudo preparar TLS: %1. Reinstale OpenSSL.</translation>
    </message>
    <message>
        <source>The file with the CAs of client certificates</source>
        <translation>El archivo con las CA de los certificados de cliente</translation>
    </message>
    <message>
        <source>The key %1 does not belong to the certificate %2. The first certificate in that file has to be the listener&apos;s own; the chain comes behind it.</source>
        <translation>La clave %1 no corresponde al certificado %2. El primer certificado de ese archivo tiene que ser el del receptor; la cadena viene detrás.</translation>
    </message>
    <message>
        <source>The listener&apos;s certificate %1 cannot be used: %2. Put another one there, with a key of 2048 bits (RSA) or 256 bits (EC) at least.</source>
        <translation>El certificado del receptor %1 no se puede usar: %2. Ponga otro ahí, con una clave de 2048 bits (RSA) o 256 bits (EC) como mínimo.</translation>
    </message>
    <message>
        <source>The listener&apos;s certificate %1 has expired on %2. Put a new one there.</source>
        <translation>El certificado del receptor %1 caducó el %2. Ponga uno nuevo ahí.</translation>
    </message>
    <message>
        <source>The listener&apos;s certificate expires on %1. %2</source>
        <translation>El certificado del receptor caduca el %1. %2</translation>
    </message>
    <message>
        <source>The listener&apos;s certificate has expired on %1, so nodes refuse it. %2</source>
        <translation>El certificado del receptor caducó el %1, así que los nodos lo rechazan. %2</translation>
    </message>
    <message>
        <source>The listener&apos;s certificate</source>
        <translation>El certificado del receptor</translation>
    </message>
    <message>
        <source>The listener&apos;s key</source>
        <translation>La clave del receptor</translation>
    </message>
    <message>
        <source>The listener&apos;s own certificate or key</source>
        <translation>El certificado o la clave propios del receptor</translation>
    </message>
    <message>
        <source>There is no certificate in %1. It has to hold one in PEM, beginning with -----BEGIN CERTIFICATE-----, and may hold the chain behind it.</source>
        <translation>No hay ningún certificado en %1. Tiene que contener uno en PEM, que empiece por -----BEGIN CERTIFICATE-----, y puede contener la cadena detrás.</translation>
    </message>
    <message>
        <source>There is no certificate in %1. It has to hold the CAs of client certificates in PEM.</source>
        <translation>No hay ningún certificado en %1. Tiene que contener las CA de los certificados de cliente en PEM.</translation>
    </message>
    <message>
        <source>There is no usable key in %1. It has to be in PEM and without a passphrase; take one off with: openssl pkey -in %1 -out FILE</source>
        <translation>No hay ninguna clave utilizable en %1. Tiene que estar en PEM y sin frase de contraseña; quítela con: openssl pkey -in %1 -out FILE</translation>
    </message>
</context>
<context>
    <name>barograph::MainMenu</name>
    <message>
        <source>&amp;About Barograph</source>
        <translation>&amp;Acerca de Barograph</translation>
    </message>
    <message>
        <source>&amp;Callbacks…</source>
        <translation>&amp;Callbacks…</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Database statistics…</source>
        <translation>Estadísticas de la &amp;base de datos…</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>&amp;Exportar informe…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;High contrast, dark</source>
        <translation>&amp;Alto contraste, oscuro</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Nodo</translation>
    </message>
    <message>
        <source>&amp;Pause outbound queue…</source>
        <translation>&amp;Pausar cola de salida…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Resume outbound queue…</source>
        <translation>Rean&amp;udar cola de salida…</translation>
    </message>
    <message>
        <source>&amp;Save webhook certificate…</source>
        <translation>&amp;Guardar certificado de webhooks…</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Barograph %1&lt;/h3&gt;&lt;p&gt;Shows live what each WhatsApp number&apos;s throughput budget is spent on, and lets an operator act safely.&lt;/p&gt;&lt;p&gt;Licence: GNU General Public License, version 3 or later. It comes with no warranty.&lt;/p&gt;&lt;p&gt;Not made or endorsed by WhatsApp or Meta.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Barograph %1&lt;/h3&gt;&lt;p&gt;Muestra en directo en qué se gasta el presupuesto de rendimiento de cada número de WhatsApp, y permite al operador actuar con seguridad.&lt;/p&gt;&lt;p&gt;Licencia: GNU General Public License, versión 3 o posterior. Se ofrece sin garantía alguna.&lt;/p&gt;&lt;p&gt;No ha sido creado ni avalado por WhatsApp ni por Meta.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Barograph</source>
        <translation>Acerca de Barograph</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>Pa&amp;leta de órdenes…</translation>
    </message>
    <message>
        <source>Copy &amp;verify token</source>
        <translation>Copiar token de &amp;verificación</translation>
    </message>
    <message>
        <source>Copy &amp;webhook address</source>
        <translation>Copiar dirección de &amp;webhook</translation>
    </message>
    <message>
        <source>Cost of a &amp;group message…</source>
        <translation>Coste de un mensaje a &amp;grupos…</translation>
    </message>
    <message>
        <source>High &amp;contrast, light</source>
        <translation>Al&amp;to contraste, claro</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>No number is chosen.</source>
        <translation>No hay ningún número elegido.</translation>
    </message>
    <message>
        <source>Only an on-premises client that is switched on can be asked.</source>
        <translation>Solo se puede preguntar a un cliente local que esté activado.</translation>
    </message>
    <message>
        <source>R&amp;ecord raw bodies…</source>
        <translation>G&amp;rabar cuerpos en bruto…</translation>
    </message>
    <message>
        <source>Reset pea&amp;k</source>
        <translation>Restablecer pic&amp;o</translation>
    </message>
    <message>
        <source>Stop r&amp;ecording raw bodies</source>
        <translation>Dejar de g&amp;rabar cuerpos en bruto</translation>
    </message>
    <message>
        <source>The listener has no certificate: it uses no TLS.</source>
        <translation>El receptor no tiene certificado: no usa TLS.</translation>
    </message>
    <message>
        <source>This number&apos;s webhooks are not verified by a token.</source>
        <translation>Los webhooks de este número no se verifican con un token.</translation>
    </message>
</context>
<context>
    <name>barograph::MainWindow</name>
    <message>
        <source>Barograph: demo</source>
        <translation>Barograph: demostración</translation>
    </message>
    <message>
        <source>Barograph</source>
        <translation>Barograph</translation>
    </message>
    <message>
        <source>The certificate was not saved. %1</source>
        <translation>El certificado no se guardó. %1</translation>
    </message>
    <message>
        <source>The configuration was not changed. %1: %2</source>
        <translation>La configuración no se cambió. %1: %2</translation>
    </message>
    <message>
        <source>The configuration was not changed. %1</source>
        <translation>La configuración no se cambió. %1</translation>
    </message>
    <message>
        <source>The language changes when Barograph is started again.</source>
        <translation>El idioma cambia cuando se inicie Barograph de nuevo.</translation>
    </message>
    <message>
        <source>The report was not written. %1</source>
        <translation>El informe no se escribió. %1</translation>
    </message>
    <message>
        <source>There is no verify token for this number.</source>
        <translation>No hay token de verificación para este número.</translation>
    </message>
</context>
<context>
    <name>barograph::MarkLabel</name>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <source>This number is simulated: nothing here happens on WhatsApp.</source>
        <translation>Este número es simulado: nada de lo que pasa aquí ocurre en WhatsApp.</translation>
    </message>
</context>
<context>
    <name>barograph::Marker</name>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Failover</source>
        <translation>Conmutación</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Ajustes cambiados</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>barograph::MarkerKeeper</name>
    <message>
        <source>%1 became primary master in place of %2</source>
        <translation>%1 pasó a ser maestro primario en lugar de %2</translation>
    </message>
    <message>
        <source>%1 took over from %2</source>
        <translation>%1 tomó el relevo de %2</translation>
    </message>
    <message>
        <source>%1, was %2: %3</source>
        <translation>%1, antes %2: %3</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1, antes %2</translation>
    </message>
    <message numerus="yes">
        <source>Changed elsewhere: %1, and %n more</source>
        <translation>
            <numerusform>Cambiado en otro lugar: %1 y %n más</numerusform>
            <numerusform>Cambiado en otro lugar: %1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed elsewhere: %1</source>
        <translation>Cambiado en otro lugar: %1</translation>
    </message>
    <message>
        <source>The state goes back and forth between %1 and %2; this is told again when it has settled</source>
        <translation>El estado oscila entre %1 y %2; se volverá a decir cuando se haya asentado</translation>
    </message>
</context>
<context>
    <name>barograph::MarkerLayer</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::MemberList</name>
    <message>
        <source>Connection to WhatsApp</source>
        <translation>Conexión con WhatsApp</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>need not</source>
        <translation>no hace falta</translation>
    </message>
    <message>
        <source>no, and is</source>
        <translation>no, y lo está</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>yes, and is not</source>
        <translation>sí, y no lo está</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
</context>
<context>
    <name>barograph::MembersPanel</name>
    <message>
        <source>%1 (standby)</source>
        <translation>%1 (en espera)</translation>
    </message>
    <message>
        <source>%1, %2 of %3 connected: %4</source>
        <translation>%1, %2 de %3 conectados: %4</translation>
    </message>
    <message>
        <source>%1, %2 of %3 connected</source>
        <translation>%1, %2 de %3 conectados</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>As a &amp;table</source>
        <translation>Como &amp;tabla</translation>
    </message>
    <message>
        <source>Asking the node fails, %1. %2</source>
        <translation>Preguntar al nodo falla, %1. %2</translation>
    </message>
    <message>
        <source>Asking the node: %1, client %2</source>
        <translation>Se pregunta al nodo: %1, cliente %2</translation>
    </message>
    <message>
        <source>Asking the node: %1</source>
        <translation>Se pregunta al nodo: %1</translation>
    </message>
    <message>
        <source>Members of the cluster</source>
        <translation>Miembros del clúster</translation>
    </message>
    <message>
        <source>Not available: nodes of this kind are not asked for members.</source>
        <translation>No disponible: a los nodos de este tipo no se les pregunta por miembros.</translation>
    </message>
    <message>
        <source>Switched off: the node is not asked.</source>
        <translation>Desactivado: no se pregunta al nodo.</translation>
    </message>
    <message>
        <source>The node has not told its members yet.</source>
        <translation>El nodo aún no ha dicho sus miembros.</translation>
    </message>
    <message>
        <source>The same members as a table, for the keyboard, screen readers and sorting.</source>
        <translation>Los mismos miembros como tabla, para el teclado, los lectores de pantalla y para ordenar.</translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation>última respuesta %1</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>aún sin respuesta</translation>
    </message>
</context>
<context>
    <name>barograph::Net</name>
    <message>
        <source>%1 answered HTTP %2 to %3.</source>
        <translation>%1 respondió HTTP %2 a %3.</translation>
    </message>
    <message>
        <source>%1 answered something that is not HTTP. Check the port, and whether the address should start with https.</source>
        <translation>%1 respondió algo que no es HTTP. Compruebe el puerto, y si la dirección debe empezar por https.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network between this machine and the node.</source>
        <translation>No se puede llegar a %1. Compruebe la red entre esta máquina y el nodo.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer. Check that the port is the node&apos;s and whether the address should start with https.</source>
        <translation>%1 cerró la conexión sin responder. Compruebe que el puerto sea el del nodo y si la dirección debe empezar por https.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. It may be overloaded, or a firewall drops the packets.</source>
        <translation>%1 no respondió a tiempo. Puede estar sobrecargado, o un cortafuegos descarta los paquetes.</translation>
    </message>
    <message>
        <source>%1 does not allow this user to ask for %2 (403).</source>
        <translation>%1 no permite que este usuario pregunte por %2 (403).</translation>
    </message>
    <message>
        <source>%1 does not speak TLS the way we do. Check the port, and whether the address should start with http.</source>
        <translation>%1 no habla TLS como nosotros. Compruebe el puerto, y si la dirección debe empezar por http.</translation>
    </message>
    <message>
        <source>%1 failed (HTTP %2).</source>
        <translation>%1 falló (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 is overloaded (503).</source>
        <translation>%1 está sobrecargado (503).</translation>
    </message>
    <message>
        <source>%1 knows no %2 (404).</source>
        <translation>%1 no conoce %2 (404).</translation>
    </message>
    <message>
        <source>%1 points somewhere else (HTTP %2), which is not followed. Configure the final address.</source>
        <translation>%1 remite a otro sitio (HTTP %2), lo que no se sigue. Configure la dirección definitiva.</translation>
    </message>
    <message>
        <source>%1 redirects to another place, which is not followed. Configure the final address.</source>
        <translation>%1 redirige a otro sitio, lo que no se sigue. Configure la dirección definitiva.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Check that the node runs and that the port is right.</source>
        <translation>%1 rechazó la conexión. Compruebe que el nodo esté en marcha y que el puerto sea correcto.</translation>
    </message>
    <message>
        <source>%1 refused the user name, password or key (401).</source>
        <translation>%1 rechazó el nombre de usuario, la contraseña o la clave (401).</translation>
    </message>
    <message>
        <source>%1 says that it is asked too often (429).</source>
        <translation>%1 dice que se le pregunta con demasiada frecuencia (429).</translation>
    </message>
    <message>
        <source>%1 sent more than %2 MiB, which no answer of a node needs. Check its address.</source>
        <translation>%1 envió más de %2 MiB, lo que ninguna respuesta de un nodo necesita. Compruebe su dirección.</translation>
    </message>
    <message>
        <source>%1 showed another certificate than the pinned one. Nothing was sent. It showed SHA-256 %2. If the node&apos;s certificate was renewed, compare and pin the new one.</source>
        <translation>%1 mostró un certificado distinto del fijado. No se envió nada. Mostró SHA-256 %2. Si se renovó el certificado del nodo, compare y fije el nuevo.</translation>
    </message>
    <message>
        <source>Barograph asks less often now; check what else asks this node.</source>
        <translation>Barograph pregunta ahora menos; compruebe qué más pregunta a este nodo.</translation>
    </message>
    <message>
        <source>Check the address of this node and its client version.</source>
        <translation>Compruebe la dirección de este nodo y la versión de su cliente.</translation>
    </message>
    <message>
        <source>Check the address of this node.</source>
        <translation>Compruebe la dirección de este nodo.</translation>
    </message>
    <message>
        <source>Check what is stored for this node.</source>
        <translation>Compruebe lo que hay guardado para este nodo.</translation>
    </message>
    <message>
        <source>It tells error %1.</source>
        <translation>Indica el error %1.</translation>
    </message>
    <message>
        <source>It tells error %1: %2.</source>
        <translation>Indica el error %1: %2.</translation>
    </message>
    <message>
        <source>Look into the logs of its WebApp and CoreApp.</source>
        <translation>Mire los registros de su WebApp y de CoreApp.</translation>
    </message>
    <message>
        <source>Send less until it has caught up.</source>
        <translation>Envíe menos hasta que se ponga al día.</translation>
    </message>
    <message>
        <source>The CA file %1 cannot be read (%2). Check ca_file of this node.</source>
        <translation>El archivo de CA %1 no se puede leer (%2). Compruebe ca_file de este nodo.</translation>
    </message>
    <message>
        <source>The CA file %1 holds no PEM certificate. Check ca_file of this node.</source>
        <translation>El archivo de CA %1 no contiene ningún certificado PEM. Compruebe ca_file de este nodo.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted (%2). Nothing was sent. Its SHA-256 is %3. Compare it with the node&apos;s own, then pin it or name its CA file.</source>
        <translation>El certificado de %1 no es de confianza (%2). No se envió nada. Su SHA-256 es %3. Compárelo con el del nodo; después fíjelo o indique su archivo de CA.</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved. Check the address of this node and the DNS.</source>
        <translation>El nombre %1 no se puede resolver. Compruebe la dirección de este nodo y el DNS.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 cannot be used. Check the proxy settings, or add this host to no_proxy.</source>
        <translation>El proxy hacia %1 no se puede usar. Compruebe los ajustes del proxy, o añada este host a no_proxy.</translation>
    </message>
    <message>
        <source>Use an account with the admin role.</source>
        <translation>Use una cuenta con la función de administrador.</translation>
    </message>
    <message>
        <source>access denied, or the client version has expired</source>
        <translation>acceso denegado, o la versión del cliente ha caducado</translation>
    </message>
    <message>
        <source>asked a node that is not the primary CoreApp; a failover may be under way</source>
        <translation>se preguntó a un nodo que no es el CoreApp primario; puede haber una conmutación en curso</translation>
    </message>
    <message>
        <source>asked a node that is not the primary master; a failover may be under way</source>
        <translation>se preguntó a un nodo que no es el maestro primario; puede haber una conmutación en curso</translation>
    </message>
    <message>
        <source>internal error, often the CoreApp being down</source>
        <translation>error interno, a menudo porque CoreApp está caído</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>the node is overloaded, a queue of it may be full</source>
        <translation>el nodo está sobrecargado, puede que una cola suya esté llena</translation>
    </message>
    <message>
        <source>the service is not ready yet</source>
        <translation>el servicio aún no está listo</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>demasiadas solicitudes</translation>
    </message>
</context>
<context>
    <name>barograph::NodeCard</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2 TPS</source>
        <translation>%1 de %2 TPS</translation>
    </message>
    <message>
        <source>%1/s, budget unknown</source>
        <translation>%1/s, presupuesto desconocido</translation>
    </message>
    <message>
        <source>Lag %1 · last event %2</source>
        <translation>Retraso %1 · último evento %2</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>al menos %1</translation>
    </message>
    <message>
        <source>not asked, raises no alarm</source>
        <translation>no se pregunta, no da alarmas</translation>
    </message>
    <message>
        <source>rate unknown</source>
        <translation>tasa desconocida</translation>
    </message>
    <message>
        <source>webhooks that still come are counted</source>
        <translation>los webhooks que aún llegan se cuentan</translation>
    </message>
</context>
<context>
    <name>barograph::NodeDialog</name>
    <message>
        <source>&amp;Passwords and keys…</source>
        <translation>&amp;Contraseñas y claves…</translation>
    </message>
    <message>
        <source>It is not decided yet where passwords and keys are kept: choose before you save.</source>
        <translation>Aún no está decidido dónde se guardan las contraseñas y claves: elíjalo antes de guardar.</translation>
    </message>
    <message>
        <source>Not saved. %1: %2</source>
        <translation>No se guardó. %1: %2</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>No se guardó. %1</translation>
    </message>
    <message>
        <source>Not tested as it stands now.</source>
        <translation>Sin probar tal como está ahora.</translation>
    </message>
    <message>
        <source>The file with passwords and keys is locked: unlock it before you save.</source>
        <translation>El archivo con las contraseñas y claves está bloqueado: desbloquéelo antes de guardar.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>La prueba se detuvo.</translation>
    </message>
</context>
<context>
    <name>barograph::NodeDraft</name>
    <message>
        <source>A SHA-256 fingerprint has 64 hex digits, with or without colons.</source>
        <translation>Una huella SHA-256 tiene 64 dígitos hexadecimales, con o sin dos puntos.</translation>
    </message>
    <message>
        <source>A user name has 1 to 128 characters and no colon.</source>
        <translation>Un nombre de usuario tiene de 1 a 128 caracteres y ningún signo de dos puntos.</translation>
    </message>
    <message>
        <source>Another number has this id already. Choose a different one.</source>
        <translation>Otro número ya tiene este id. Elija uno distinto.</translation>
    </message>
    <message>
        <source>Enter both CPUs and memory, or neither.</source>
        <translation>Introduzca CPU y memoria, o ninguna de las dos.</translation>
    </message>
    <message>
        <source>Enter the address of the client, for example https://10.0.0.5:9090.</source>
        <translation>Introduzca la dirección del cliente, por ejemplo https://10.0.0.5:9090.</translation>
    </message>
    <message>
        <source>Enter the address of the server, for example https://10.0.0.5:3000.</source>
        <translation>Introduzca la dirección del servidor, por ejemplo https://10.0.0.5:3000.</translation>
    </message>
    <message>
        <source>Enter the application number of the project, for example 10.</source>
        <translation>Introduzca el número de aplicación del proyecto, por ejemplo 10.</translation>
    </message>
    <message>
        <source>Enter the phone number id. Meta shows it under WhatsApp, API setup.</source>
        <translation>Introduzca el id del número de teléfono. Meta lo muestra en WhatsApp, API setup.</translation>
    </message>
    <message>
        <source>Enter the user name that the node sends with its webhooks, without a colon.</source>
        <translation>Introduzca el nombre de usuario que el nodo envía con sus webhooks, sin dos puntos.</translation>
    </message>
    <message>
        <source>Give the number a name. It is what you see in the list.</source>
        <translation>Dé un nombre al número. Es lo que se ve en la lista.</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address. They have fields of their own.</source>
        <translation>No ponga el nombre de usuario ni la contraseña en la dirección. Tienen campos propios.</translation>
    </message>
    <message>
        <source>MultiConnect has 1, 2, 4, 8, 16 or 32 shards.</source>
        <translation>MultiConnect tiene 1, 2, 4, 8, 16 o 32 shards.</translation>
    </message>
    <message>
        <source>Only https:// can be used, and http:// on this machine.</source>
        <translation>Solo se puede usar https://, y http:// en esta máquina.</translation>
    </message>
    <message>
        <source>Only scheme, host and port belong here. The paths behind them are known.</source>
        <translation>Aquí solo van esquema, host y puerto. Las rutas de detrás se conocen.</translation>
    </message>
    <message>
        <source>The name is too long: at most 80 characters.</source>
        <translation>El nombre es demasiado largo: 80 caracteres como máximo.</translation>
    </message>
    <message>
        <source>This is not a complete address. Write it like https://10.0.0.5:9090.</source>
        <translation>Esto no es una dirección completa. Escríbala como https://10.0.0.5:9090.</translation>
    </message>
    <message>
        <source>Use 0 (not known) to 100,000 events a second.</source>
        <translation>Use de 0 (no se sabe) a 100 000 eventos por segundo.</translation>
    </message>
    <message>
        <source>Use 1 to 100,000,000 messages.</source>
        <translation>Use de 1 a 100 000 000 mensajes.</translation>
    </message>
    <message>
        <source>Use 1 to 40 lower-case letters, digits and hyphens, for example support-eu.</source>
        <translation>Use de 1 a 40 letras minúsculas, dígitos y guiones, por ejemplo support-eu.</translation>
    </message>
    <message>
        <source>Write the version like v23.0, or leave it empty.</source>
        <translation>Escriba la versión como v23.0, o déjela vacía.</translation>
    </message>
    <message>
        <source>http:// would show passwords on the network. Use https://; http:// is for this machine only.</source>
        <translation>http:// dejaría ver contraseñas en la red. Use https://; http:// es solo para esta máquina.</translation>
    </message>
</context>
<context>
    <name>barograph::NodeFrame</name>
    <message>
        <source>not known while no new figures come; it was: %1</source>
        <translation>no se conoce mientras no lleguen cifras nuevas; era: %1</translation>
    </message>
</context>
<context>
    <name>barograph::NodeHeader</name>
    <message>
        <source>%1/s at %2</source>
        <translation>%1/s a las %2</translation>
    </message>
    <message>
        <source>1 s</source>
        <translation>1 s</translation>
    </message>
    <message>
        <source>10 s</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>60 s</source>
        <translation>60 s</translation>
    </message>
    <message>
        <source>Callbacks waiting at the node</source>
        <translation>Callbacks que esperan en el nodo</translation>
    </message>
    <message>
        <source>Highest second since the start or since the peak was reset.</source>
        <translation>Segundo más alto desde el inicio o desde que se restableció el pico.</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>No whole second has been counted yet.</source>
        <translation>Aún no se ha contado ningún segundo entero.</translation>
    </message>
    <message>
        <source>Not known at present. The last that was known: %1</source>
        <translation>No se conoce ahora. Lo último que se conocía: %1</translation>
    </message>
    <message>
        <source>Peak, events per second</source>
        <translation>Pico, eventos por segundo</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Pico</translation>
    </message>
    <message>
        <source>Utilisation %1</source>
        <translation>Utilización %1</translation>
    </message>
    <message>
        <source>Utilisation over %1</source>
        <translation>Utilización en %1</translation>
    </message>
    <message>
        <source>Waiting at the node</source>
        <translation>En espera en el nodo</translation>
    </message>
    <message>
        <source>Webhooks of this kind of node never tell this. It happens and spends budget, out of our sight: utilisation is at least what is shown.</source>
        <translation>Los webhooks de este tipo de nodo nunca dicen esto. Ocurre y gasta presupuesto sin que lo veamos: la utilización es como mínimo la que se muestra.</translation>
    </message>
    <message>
        <source>What matters now</source>
        <translation>Lo que importa ahora</translation>
    </message>
    <message>
        <source>What this kind of node does not tell</source>
        <translation>Lo que este tipo de nodo no dice</translation>
    </message>
    <message>
        <source>arrival minus the event&apos;s own timestamp, of received messages and receipts, without the difference of the clocks, ± 1 s</source>
        <translation>llegada menos la marca de tiempo del propio evento, de mensajes recibidos y acuses, sin la diferencia de los relojes, ± 1 s</translation>
    </message>
    <message>
        <source>arrival minus the event&apos;s own timestamp, ± 1 s</source>
        <translation>llegada menos la marca de tiempo del propio evento, ± 1 s</translation>
    </message>
    <message>
        <source>events counted from webhooks, against the configured budget</source>
        <translation>eventos contados por webhooks, frente al presupuesto configurado</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún ninguno</translation>
    </message>
    <message>
        <source>told by the node; it drops callbacks at 100,000</source>
        <translation>lo dice el nodo; descarta callbacks a partir de 100 000</translation>
    </message>
</context>
<context>
    <name>barograph::NodeKind</name>
    <message>
        <source>&amp;Instance</source>
        <translation>&amp;Instancia</translation>
    </message>
    <message>
        <source>A device of a go-whatsapp-web-multidevice server of yours.</source>
        <translation>Un dispositivo de un servidor propio de go-whatsapp-web-multidevice.</translation>
    </message>
    <message>
        <source>A key with the action read is enough.</source>
        <translation>Basta una clave con la acción read.</translation>
    </message>
    <message>
        <source>A phone number that Meta hosts, reached through graph.facebook.com.</source>
        <translation>Un número de teléfono alojado por Meta, al que se llega por graph.facebook.com.</translation>
    </message>
    <message>
        <source>A project at Picky Assist.</source>
        <translation>Un proyecto en Picky Assist.</translation>
    </message>
    <message>
        <source>A session of a WAHA server of yours.</source>
        <translation>Una sesión de un servidor propio de WAHA.</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>C&amp;lave de API</translation>
    </message>
    <message>
        <source>API to&amp;ken</source>
        <translation>To&amp;ken de la API</translation>
    </message>
    <message>
        <source>Access to&amp;ken</source>
        <translation>To&amp;ken de acceso</translation>
    </message>
    <message>
        <source>All is visible: receive, send, delivery and read, of persons and groups.</source>
        <translation>Todo es visible: recepción, envío, entrega y lectura, de personas y grupos.</translation>
    </message>
    <message>
        <source>An instance of an Evolution API server of yours.</source>
        <translation>Una instancia de un servidor propio de Evolution API.</translation>
    </message>
    <message>
        <source>App &amp;secret</source>
        <translation>&amp;Secreto de la app</translation>
    </message>
    <message>
        <source>Appl&amp;ication number</source>
        <translation>Número de ap&amp;licación</translation>
    </message>
    <message>
        <source>Bearer &amp;token</source>
        <translation>Token &amp;bearer</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Token bearer</translation>
    </message>
    <message>
        <source>D&amp;evice</source>
        <translation>Di&amp;spositivo</translation>
    </message>
    <message>
        <source>Evolution API</source>
        <translation>Evolution API</translation>
    </message>
    <message>
        <source>GOWA</source>
        <translation>GOWA</translation>
    </message>
    <message>
        <source>HMAC key of the web&amp;hook</source>
        <translation>Clave HMAC del web&amp;hook</translation>
    </message>
    <message>
        <source>In groups only if it is set up to tell: %1.</source>
        <translation>En grupos solo si está configurado para decirlo: %1.</translation>
    </message>
    <message>
        <source>Leave it empty for the public one.</source>
        <translation>Déjela vacía para la pública.</translation>
    </message>
    <message>
        <source>Meta shows it in the app&apos;s console, under Settings, Basic. Until it is stored every webhook is refused.</source>
        <translation>Meta lo muestra en la consola de la app, en Settings, Basic. Hasta que esté guardado se rechazan todos los webhooks.</translation>
    </message>
    <message>
        <source>Monitoring &amp;key</source>
        <translation>C&amp;lave de monitorización</translation>
    </message>
    <message>
        <source>New password for the &amp;first login</source>
        <translation>Contraseña nueva para el primer inicio de &amp;sesión</translation>
    </message>
    <message>
        <source>Of a system user, with whatsapp_business_management.</source>
        <translation>De un usuario del sistema, con whatsapp_business_management.</translation>
    </message>
    <message>
        <source>Of that user.</source>
        <translation>De ese usuario.</translation>
    </message>
    <message>
        <source>Of the WebApp, with its port.</source>
        <translation>De la WebApp, con su puerto.</translation>
    </message>
    <message>
        <source>Of the project.</source>
        <translation>Del proyecto.</translation>
    </message>
    <message>
        <source>Of the server, with its port. http:// on this machine only.</source>
        <translation>Del servidor, con su puerto. http:// solo en esta máquina.</translation>
    </message>
    <message>
        <source>On-premises client</source>
        <translation>Cliente local</translation>
    </message>
    <message>
        <source>Only for a client that demands another password at the first login. It is sent once and then kept as the password.</source>
        <translation>Solo para un cliente que exige otra contraseña en el primer inicio de sesión. Se envía una vez y después se conserva como la contraseña.</translation>
    </message>
    <message>
        <source>Only if it is set up to tell: %1.</source>
        <translation>Solo si está configurado para decirlo: %1.</translation>
    </message>
    <message>
        <source>P&amp;hone number id</source>
        <translation>Id del número de te&amp;léfono</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Contr&amp;aseña</translation>
    </message>
    <message>
        <source>Picky Assist</source>
        <translation>Picky Assist</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>&amp;Sesión</translation>
    </message>
    <message>
        <source>Signature X-Hub-Signature-256</source>
        <translation>Firma X-Hub-Signature-256</translation>
    </message>
    <message>
        <source>Signature X-Webhook-Hmac (WAHA)</source>
        <translation>Firma X-Webhook-Hmac (WAHA)</translation>
    </message>
    <message>
        <source>Signed token (Evolution&apos;s jwt_key)</source>
        <translation>Token firmado (jwt_key de Evolution)</translation>
    </message>
    <message>
        <source>The global key, or the token of the instance.</source>
        <translation>La clave global, o el token de la instancia.</translation>
    </message>
    <message>
        <source>The same that you enter at the node. Until it is stored every webhook is refused.</source>
        <translation>El mismo que se introduce en el nodo. Hasta que esté guardado se rechazan todos los webhooks.</translation>
    </message>
    <message>
        <source>The secret address alone</source>
        <translation>Solo la dirección secreta</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Usuario y contraseña</translation>
    </message>
    <message>
        <source>Value of &amp;jwt_key</source>
        <translation>Valor de &amp;jwt_key</translation>
    </message>
    <message>
        <source>Visible: receive, send, delivery and read.</source>
        <translation>Visible: recepción, envío, entrega y lectura.</translation>
    </message>
    <message>
        <source>WAHA</source>
        <translation>WAHA</translation>
    </message>
    <message>
        <source>WA_API_KEY of the client, used for health and statistics. With it alone the number can be watched, but nothing can be switched.</source>
        <translation>WA_API_KEY del cliente, usada para la salud y las estadísticas. Solo con ella se puede vigilar el número, pero no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>Webhook &amp;secret</source>
        <translation>Secreto del webhoo&amp;k</translation>
    </message>
    <message>
        <source>Webhook pass&amp;word</source>
        <translation>Contraseña del webhoo&amp;k</translation>
    </message>
    <message>
        <source>WhatsApp Cloud API</source>
        <translation>WhatsApp Cloud API</translation>
    </message>
    <message>
        <source>Your own WhatsApp Business API containers: single, High Availability or MultiConnect.</source>
        <translation>Contenedores propios de la WhatsApp Business API: único, High Availability o MultiConnect.</translation>
    </message>
    <message>
        <source>leave it empty to choose after the test</source>
        <translation>déjelo vacío para elegir después de la prueba</translation>
    </message>
</context>
<context>
    <name>barograph::NodeLayouts</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a name, made different by a number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>The last arrangement of the panels could not be read, so the usual one is shown. %n layout(s) saved under a name were kept.</source>
        <translation>
            <numerusform>La última colocación de los paneles no se pudo leer, así que se muestra la habitual. Se conservó %n disposición guardada con nombre.</numerusform>
            <numerusform>La última colocación de los paneles no se pudo leer, así que se muestra la habitual. Se conservaron %n disposiciones guardadas con nombre.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last arrangement of the panels could not be read, so the usual one is shown.</source>
        <translation>La última colocación de los paneles no se pudo leer, así que se muestra la habitual.</translation>
    </message>
    <message>
        <source>The layout was not read. %1</source>
        <translation>La disposición no se leyó. %1</translation>
    </message>
    <message>
        <source>The layout was not written. %1</source>
        <translation>La disposición no se escribió. %1</translation>
    </message>
    <message>
        <source>The layout was written to %1.</source>
        <translation>La disposición se escribió en %1.</translation>
    </message>
    <message>
        <source>The layout “%1” cannot be read. The usual one is shown; “%1” is still in the list.</source>
        <translation>La disposición “%1” no se puede leer. Se muestra la habitual; “%1” sigue en la lista.</translation>
    </message>
    <message>
        <source>The layout “%1” was added.</source>
        <translation>La disposición “%1” se añadió.</translation>
    </message>
    <message>
        <source>There are %1 layouts already. Delete one first.</source>
        <translation>Ya hay %1 disposiciones. Elimine una primero.</translation>
    </message>
    <message>
        <source>layout “%1”</source>
        <translation>disposición “%1”</translation>
    </message>
</context>
<context>
    <name>barograph::NodeList</name>
    <message>
        <source>%1 STORMS</source>
        <translation>%1 TORMENTAS</translation>
    </message>
    <message>
        <source>Edit the number</source>
        <translation>Editar el número</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>Fold a group away</source>
        <translation>Plegar un grupo</translation>
    </message>
    <message>
        <source>In the list of numbers</source>
        <translation>En la lista de números</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Último evento</translation>
    </message>
    <message>
        <source>Next number</source>
        <translation>Número siguiente</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>EN PAUSA</translation>
    </message>
    <message>
        <source>Previous number</source>
        <translation>Número anterior</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <source>STORM</source>
        <translation>TORMENTA</translation>
    </message>
    <message>
        <source>Show a group again</source>
        <translation>Volver a mostrar un grupo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Utilización</translation>
    </message>
    <message>
        <source>What can be done with the number</source>
        <translation>Lo que se puede hacer con el número</translation>
    </message>
    <message>
        <source>any letter</source>
        <translation>cualquier letra</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún ninguno</translation>
    </message>
</context>
<context>
    <name>barograph::NodeNotices</name>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message>
        <source>A setting of the node was changed, and not from here, seen %1 (%2). Dismiss this if it was meant.</source>
        <translation>Un ajuste del nodo se cambió, y no desde aquí, visto %1 (%2). Descarte esto si era lo previsto.</translation>
    </message>
    <message>
        <source>Settings of the node were changed, and not from here, seen %1 (%2). Dismiss this if it was meant.</source>
        <translation>Se cambiaron ajustes del nodo, y no desde aquí, visto %1 (%2). Descarte esto si era lo previsto.</translation>
    </message>
</context>
<context>
    <name>barograph::NodeSidebar</name>
    <message>
        <source>Add a number…</source>
        <translation>Añadir un número…</translation>
    </message>
    <message>
        <source>Filter the list of numbers</source>
        <translation>Filtrar la lista de números</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>No number has this in its name, id or group. Esc shows all again.</source>
        <translation>Ningún número tiene esto en su nombre, id o grupo. Esc vuelve a mostrarlos todos.</translation>
    </message>
</context>
<context>
    <name>barograph::NodeTest</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>Resolución del nombre</translation>
    </message>
    <message>
        <source>State of the number</source>
        <translation>Estado del número</translation>
    </message>
</context>
<context>
    <name>barograph::NodeView</name>
    <message>
        <source>%1, of now</source>
        <comment>title of a panel while the charts are held still</comment>
        <translation>%1, de ahora</translation>
    </message>
    <message>
        <source>Capacity today</source>
        <translation>Capacidad hoy</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>Control history</source>
        <translation>Historial de controles</translation>
    </message>
    <message>
        <source>Controls (PAUSED)</source>
        <translation>Controles (PAUSA)</translation>
    </message>
    <message>
        <source>Controls (queue PAUSED)</source>
        <translation>Controles (cola EN PAUSA)</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Controles</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Registro de eventos</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Eventos por segundo</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incidente</translation>
    </message>
    <message>
        <source>Incoming (%1)</source>
        <translation>Entrada (%1)</translation>
    </message>
    <message>
        <source>Incoming queue</source>
        <translation>Cola de entrada</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Members (%1 of %2)</source>
        <translation>Miembros (%1 de %2)</translation>
    </message>
    <message>
        <source>Members (%1/%2)</source>
        <translation>Miembros (%1/%2)</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>No number is chosen.
Choose one in the list on the left to see what its budget is spent on.</source>
        <translation>No hay ningún número elegido.
Elija uno en la lista de la izquierda para ver en qué se gasta su presupuesto.</translation>
    </message>
    <message>
        <source>Notices (%1)</source>
        <translation>Avisos (%1)</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Outbound queue</source>
        <translation>Cola de salida</translation>
    </message>
    <message>
        <source>Overview of a number</source>
        <translation>Resumen de un número</translation>
    </message>
    <message>
        <source>Small screen</source>
        <translation>Pantalla pequeña</translation>
    </message>
    <message>
        <source>Storm</source>
        <translation>Tormenta</translation>
    </message>
    <message>
        <source>Storms (%1)</source>
        <translation>Tormentas (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Storms (%n running)</source>
        <translation>
            <numerusform>Tormentas (%n en curso)</numerusform>
            <numerusform>Tormentas (%n en curso)</numerusform>
        </translation>
    </message>
    <message>
        <source>Storms</source>
        <translation>Tormentas</translation>
    </message>
    <message>
        <source>Webhooks (secret missing)</source>
        <translation>Webhooks (falta el secreto)</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
</context>
<context>
    <name>barograph::NoticesPanel</name>
    <message>
        <source>Changed settings</source>
        <translation>Ajustes cambiados</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Nothing to tell: no settings were changed elsewhere, and nothing is about to end.</source>
        <translation>Nada que decir: no se cambiaron ajustes desde otro sitio, y nada está a punto de terminar.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>The change was meant. The settings as they are now become the ones to compare with.</source>
        <translation>El cambio era lo previsto. Los ajustes como están ahora pasan a ser con los que se compara.</translation>
    </message>
</context>
<context>
    <name>barograph::Number</name>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&gt; %1%</source>
        <translation>&gt; %1 %</translation>
    </message>
</context>
<context>
    <name>barograph::NumbersMenu</name>
    <message>
        <source>&amp;Add a number…</source>
        <translation>Añadir &amp;número…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>&amp;Filtrar la lista</translation>
    </message>
    <message>
        <source>&amp;Group…</source>
        <translation>&amp;Grupo…</translation>
    </message>
    <message>
        <source>&amp;Import configuration…</source>
        <translation>&amp;Importar configuración…</translation>
    </message>
    <message>
        <source>&amp;Passwords and keys…</source>
        <translation>&amp;Contraseñas y claves…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>Dupli&amp;cate</source>
        <translation>Du&amp;plicar</translation>
    </message>
    <message>
        <source>E&amp;xport configuration…</source>
        <translation>E&amp;xportar configuración…</translation>
    </message>
    <message>
        <source>It is the first of its group.</source>
        <translation>Es el primero de su grupo.</translation>
    </message>
    <message>
        <source>It is the last of its group.</source>
        <translation>Es el último de su grupo.</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>N&amp;umbers</source>
        <translation>Nú&amp;meros</translation>
    </message>
    <message>
        <source>No number is chosen.</source>
        <translation>No hay ningún número elegido.</translation>
    </message>
    <message>
        <source>Set up &amp;webhooks…</source>
        <translation>Configurar &amp;webhooks…</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>&amp;Desactivar</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>&amp;Activar</translation>
    </message>
</context>
<context>
    <name>barograph::OutboundChart</name>
    <message>
        <source>%1 Paused in %2 of the time shown.</source>
        <translation>%1 En pausa durante %2 del tiempo mostrado.</translation>
    </message>
    <message>
        <source>%1: between %2 and %3 messages waiting.</source>
        <translation>%1: entre %2 y %3 mensajes en espera.</translation>
    </message>
    <message>
        <source>No outbound queue is configured for this number. Add [node.outbound_queue] to the configuration file.</source>
        <translation>No hay ninguna cola de salida configurada para este número. Añada [node.outbound_queue] al archivo de configuración.</translation>
    </message>
    <message>
        <source>Oldest message</source>
        <translation>Mensaje más antiguo</translation>
    </message>
    <message>
        <source>Outbound queue over time</source>
        <translation>Cola de salida a lo largo del tiempo</translation>
    </message>
    <message>
        <source>The outbound queue is not known for this time: nothing was recorded.</source>
        <translation>La cola de salida no se conoce en este intervalo: no se registró nada.</translation>
    </message>
    <message>
        <source>The outbound queue is not known: it has not answered yet.</source>
        <translation>La cola de salida no se conoce: aún no ha respondido.</translation>
    </message>
    <message>
        <source>This kind of queue cannot tell how many messages wait in it.</source>
        <translation>Este tipo de cola no puede decir cuántos mensajes esperan en ella.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>asked from the queue</source>
        <translation>preguntado a la cola</translation>
    </message>
    <message>
        <source>messages waiting</source>
        <translation>mensajes en espera</translation>
    </message>
    <message>
        <source>not configured</source>
        <translation>sin configurar</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>en pausa: %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
</context>
<context>
    <name>barograph::OutboundPanel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <translation>%1 (en %2)</translation>
    </message>
    <message>
        <source>&amp;Pause…</source>
        <translation>&amp;Pausar…</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>&amp;Reanudar…</translation>
    </message>
    <message>
        <source>Add [node.outbound_queue] to the configuration file.</source>
        <translation>Añada [node.outbound_queue] al archivo de configuración.</translation>
    </message>
    <message>
        <source>Age of the oldest message</source>
        <translation>Antigüedad del mensaje más antiguo</translation>
    </message>
    <message>
        <source>Barograph resumes it by itself, also after a restart.</source>
        <translation>Barograph la reanuda por sí mismo, también después de un reinicio.</translation>
    </message>
    <message>
        <source>From Barograph: %1</source>
        <translation>Desde Barograph: %1</translation>
    </message>
    <message>
        <source>It was not paused from here.</source>
        <translation>No se pausó desde aquí.</translation>
    </message>
    <message>
        <source>Messages waiting</source>
        <translation>Mensajes en espera</translation>
    </message>
    <message>
        <source>No queue is configured for this number</source>
        <translation>No hay ninguna cola configurada para este número</translation>
    </message>
    <message>
        <source>No timed resume is set.</source>
        <translation>No hay ninguna reanudación programada.</translation>
    </message>
    <message>
        <source>Not known whether it is paused</source>
        <translation>No se sabe si está en pausa</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Más antiguo</translation>
    </message>
    <message>
        <source>Outbound queue “%1”</source>
        <translation>Cola de salida “%1”</translation>
    </message>
    <message>
        <source>Outbound queue</source>
        <translation>Cola de salida</translation>
    </message>
    <message>
        <source>PAUSED when it last answered, %1</source>
        <translation>EN PAUSA cuando respondió por última vez, %1</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>EN PAUSA</translation>
    </message>
    <message>
        <source>Paused elsewhere: nobody told Barograph why.</source>
        <translation>En pausa desde otro sitio: nadie dijo a Barograph por qué.</translation>
    </message>
    <message>
        <source>Paused from Barograph.</source>
        <translation>En pausa desde Barograph.</translation>
    </message>
    <message>
        <source>Paused since</source>
        <translation>En pausa desde</translation>
    </message>
    <message>
        <source>Resumes at</source>
        <translation>Se reanuda a las</translation>
    </message>
    <message>
        <source>Resumes</source>
        <translation>Se reanuda</translation>
    </message>
    <message>
        <source>Running when it last answered, %1</source>
        <translation>En marcha cuando respondió por última vez, %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Shows first what would change. Nothing is written before you confirm.</source>
        <translation>Muestra primero lo que cambiaría. No se escribe nada antes de que usted lo confirme.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>This queue cannot tell whether it is paused</source>
        <translation>Esta cola no puede decir si está en pausa</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>asked from the queue</source>
        <translation>preguntado a la cola</translation>
    </message>
    <message>
        <source>not by itself</source>
        <translation>no por sí sola</translation>
    </message>
    <message>
        <source>not configured</source>
        <translation>sin configurar</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::OverviewPage</name>
    <message numerus="yes">
        <source>%1 of %n number(s)</source>
        <translation>
            <numerusform>%1 de %n número</numerusform>
            <numerusform>%1 de %n números</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n número</numerusform>
            <numerusform>%n números</numerusform>
        </translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>By utilisation</source>
        <translation>Por utilización</translation>
    </message>
    <message>
        <source>Filter the overview</source>
        <translation>Filtrar el resumen</translation>
    </message>
    <message>
        <source>No number has “%1” in its name, group or state. Escape shows all again.</source>
        <translation>Ningún número tiene “%1” en su nombre, grupo o estado. Escape vuelve a mostrarlos todos.</translation>
    </message>
    <message>
        <source>Order of the tiles</source>
        <translation>Orden de los recuadros</translation>
    </message>
    <message>
        <source>Type to filter: a name, a group, storm, paused, down…</source>
        <translation>Escriba para filtrar: un nombre, un grupo, tormenta, en pausa, caído…</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Primero lo peor</translation>
    </message>
</context>
<context>
    <name>barograph::OverviewTile</name>
    <message>
        <source>%1 of %2 TPS</source>
        <translation>%1 de %2 TPS</translation>
    </message>
    <message>
        <source>%1 of the budget, %2</source>
        <translation>%1 del presupuesto, %2</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>%1, simulated: %2, %3</source>
        <translation>%1, simulado: %2, %3</translation>
    </message>
    <message>
        <source>%1, simulated: %2</source>
        <translation>%1, simulado: %2</translation>
    </message>
    <message>
        <source>%1/s, budget unknown</source>
        <translation>%1/s, presupuesto desconocido</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>%n storm(s)</source>
        <translation>
            <numerusform>%n tormenta</numerusform>
            <numerusform>%n tormentas</numerusform>
        </translation>
    </message>
    <message>
        <source>Incoming: %1</source>
        <translation>Entrada: %1</translation>
    </message>
    <message>
        <source>Lag %1</source>
        <translation>Retraso %1</translation>
    </message>
    <message>
        <source>Lag: arrival minus the event&apos;s own time, the smallest of the last seconds.</source>
        <translation>Retraso: llegada menos la hora del propio evento, lo menor de los últimos segundos.</translation>
    </message>
    <message>
        <source>Last known: %1</source>
        <translation>Lo último que se sabe: %1</translation>
    </message>
    <message>
        <source>Login ends soon</source>
        <translation>La sesión termina pronto</translation>
    </message>
    <message>
        <source>Losing messages</source>
        <translation>Se pierden mensajes</translation>
    </message>
    <message>
        <source>More is spent than can be seen (%1).</source>
        <translation>Se gasta más de lo que se puede ver (%1).</translation>
    </message>
    <message>
        <source>Near its budget</source>
        <translation>Cerca de su presupuesto</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Outbound queue paused</source>
        <translation>Cola de salida en pausa</translation>
    </message>
    <message>
        <source>Outbound queue: %1</source>
        <translation>Cola de salida: %1</translation>
    </message>
    <message>
        <source>Outbound: as its queue answered %1.</source>
        <translation>Salida: según respondió su cola %1.</translation>
    </message>
    <message>
        <source>Over budget</source>
        <translation>Sobre el presupuesto</translation>
    </message>
    <message>
        <source>Queue filling</source>
        <translation>La cola se llena</translation>
    </message>
    <message>
        <source>Rate: mean of the last 10 s of the events that its webhooks told.</source>
        <translation>Tasa: media de los últimos 10 s de los eventos que dijeron sus webhooks.</translation>
    </message>
    <message>
        <source>SIMULATED: nothing of it happens on WhatsApp.</source>
        <translation>SIMULADO: nada de ello ocurre en WhatsApp.</translation>
    </message>
    <message>
        <source>Sending paused</source>
        <translation>Envío en pausa</translation>
    </message>
    <message>
        <source>Sends are counted by their statuses.</source>
        <translation>Los envíos se cuentan por sus estados.</translation>
    </message>
    <message>
        <source>Sends are read from the node&apos;s own counter.</source>
        <translation>Los envíos se leen del propio contador del nodo.</translation>
    </message>
    <message>
        <source>Some receipts are switched off and not measured</source>
        <translation>Algunos acuses están desactivados y no se miden</translation>
    </message>
    <message>
        <source>State: as the node answered %1.</source>
        <translation>Estado: según respondió el nodo %1.</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>atención</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>crítico</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <source>filling</source>
        <translation>se llena</translation>
    </message>
    <message>
        <source>last event %1</source>
        <translation>último evento %1</translation>
    </message>
    <message>
        <source>losing</source>
        <translation>pérdidas</translation>
    </message>
    <message>
        <source>near budget</source>
        <translation>cerca del presupuesto</translation>
    </message>
    <message>
        <source>no event yet</source>
        <translation>aún ningún evento</translation>
    </message>
    <message>
        <source>no queue set up</source>
        <translation>sin cola configurada</translation>
    </message>
    <message>
        <source>not asked, raises no alarm</source>
        <translation>no se pregunta, no da alarmas</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>no medido</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>sobre el presupuesto</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>rate not measured</source>
        <translation>tasa no medida</translation>
    </message>
    <message>
        <source>rate unknown</source>
        <translation>tasa desconocida</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simulado</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>desactualizado</translation>
    </message>
    <message>
        <source>storm</source>
        <translation>tormenta</translation>
    </message>
    <message>
        <source>webhooks that still come are counted</source>
        <translation>los webhooks que aún llegan se cuentan</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
</context>
<context>
    <name>barograph::PageCrumb</name>
    <message>
        <source>Back to the overview of all numbers (Alt+Left or Backspace)</source>
        <translation>Volver al resumen de todos los números (Alt+Izquierda o Retroceso)</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>› %1</source>
        <translation>› %1</translation>
    </message>
</context>
<context>
    <name>barograph::PageSwitch</name>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Resumen</translation>
    </message>
    <message>
        <source>&amp;Wall mode</source>
        <translation>&amp;Modo mural</translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation>Volver al resumen</translation>
    </message>
    <message>
        <source>Chosen &amp;number</source>
        <translation>Número &amp;elegido</translation>
    </message>
</context>
<context>
    <name>barograph::Passphrase</name>
    <message>
        <source>Fair. Another word makes it strong.</source>
        <translation>Aceptable. Otra palabra la hace fuerte.</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are a good passphrase.</source>
        <translation>Cuatro o más palabras sin relación entre sí son una buena frase de contraseña.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Fuerte.</translation>
    </message>
    <message>
        <source>Too short: at least 8 characters.</source>
        <translation>Demasiado corta: 8 caracteres como mínimo.</translation>
    </message>
    <message>
        <source>Weak: add another word or two.</source>
        <translation>Débil: añada una o dos palabras más.</translation>
    </message>
</context>
<context>
    <name>barograph::Probes</name>
    <message>
        <source>%1 answered HTTP %2. Check the address of this node, and that %3 runs there.</source>
        <translation>%1 respondió HTTP %2. Compruebe la dirección de este nodo, y que %3 esté en marcha allí.</translation>
    </message>
    <message>
        <source>%1 asked to be left alone for another %2 s. Nothing was sent; try again then.</source>
        <translation>%1 pidió que se le dejara en paz otros %2 s. No se envió nada; inténtelo otra vez entonces.</translation>
    </message>
    <message>
        <source>%1 does not allow the %2 to ask this (403). It needs the right to read this %3.</source>
        <translation>%1 no permite preguntar esto con esta credencial: %2 (403). Necesita el derecho de leer: %3.</translation>
    </message>
    <message>
        <source>%1 failed (HTTP %2). Look into the log of %3.</source>
        <translation>%1 falló (HTTP %2). Mire el registro de %3.</translation>
    </message>
    <message>
        <source>%1 holds no %2. Check the client&apos;s version.</source>
        <translation>%1: no contiene %2. Compruebe la versión del cliente.</translation>
    </message>
    <message>
        <source>%1 is empty. Check the client&apos;s version.</source>
        <translation>%1: está vacía. Compruebe la versión del cliente.</translation>
    </message>
    <message>
        <source>%1 is neither JSON nor Prometheus text. Check that the address is an on-premises client&apos;s.</source>
        <translation>%1: no es JSON ni texto de Prometheus. Compruebe que la dirección sea la de un cliente local.</translation>
    </message>
    <message>
        <source>%1 is not the JSON that it should be. Check the address of this node.</source>
        <translation>%1: no es el JSON que debería ser. Compruebe la dirección de este nodo.</translation>
    </message>
    <message>
        <source>%1 knows no such %2 (404): it was never made, or has been deleted. Check the name in this node&apos;s configuration, and that %3 runs there.</source>
        <translation>%1 no conoce lo que se busca (%2, 404): nunca se creó, o se ha eliminado. Compruebe el nombre en la configuración de este nodo, y que %3 esté en marcha allí.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n instance(s) are up</source>
        <translation>
            <numerusform>%1 de %n instancia funciona</numerusform>
            <numerusform>%1 de %n instancias funcionan</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points somewhere else (HTTP %2), which is not followed. Configure the final address.</source>
        <translation>%1 remite a otro sitio (HTTP %2), lo que no se sigue. Configure la dirección definitiva.</translation>
    </message>
    <message>
        <source>%1 refused the %2 (401). Check what is stored for this node.</source>
        <translation>%1 rechazó la credencial: %2 (401). Compruebe lo que hay guardado para este nodo.</translation>
    </message>
    <message>
        <source>%1 says that it is asked too often (429). Barograph asks less often now; check what else asks there.</source>
        <translation>%1 dice que se le pregunta con demasiada frecuencia (429). Barograph pregunta ahora menos; compruebe qué más pregunta allí.</translation>
    </message>
    <message>
        <source>%1 says that it is not available now (503). Check its load and its log.</source>
        <translation>%1 dice que ahora no está disponible (503). Compruebe su carga y su registro.</translation>
    </message>
    <message>
        <source>%1 still has its first password and demands a new one. Barograph does not change it by itself: log in once with new_password (POST %2), then store the new password here.</source>
        <translation>%1 tiene aún su primera contraseña y exige una nueva. Barograph no la cambia por sí mismo: inicie sesión una vez con new_password (POST %2), y después guarde aquí la contraseña nueva.</translation>
    </message>
    <message>
        <source>%1 was changed since and is left as it is now.</source>
        <translation>%1 se cambió desde entonces y se deja como está ahora.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n intento</numerusform>
            <numerusform>%n intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguno)</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>clave de API</translation>
    </message>
    <message>
        <source>Another program took over this login. Stop one of the two.</source>
        <translation>Otro programa se ha hecho con esta sesión. Detenga uno de los dos.</translation>
    </message>
    <message>
        <source>Change the status callbacks of %1</source>
        <translation>Cambiar los callbacks de estado de %1</translation>
    </message>
    <message>
        <source>Confirm the passkey on the phone.</source>
        <translation>Confirme la clave de acceso (passkey) en el teléfono.</translation>
    </message>
    <message>
        <source>Connect it in Evolution API&apos;s manager.</source>
        <translation>Conéctela en el administrador de Evolution API.</translation>
    </message>
    <message>
        <source>Deliveries are not counted while &quot;delivered&quot; is off: shown as not measured, not as zero.</source>
        <translation>Las entregas no se cuentan mientras &quot;delivered&quot; esté desactivado: se muestran como no medidas, no como cero.</translation>
    </message>
    <message>
        <source>Disconnected at %1.</source>
        <translation>Desconectado el %1.</translation>
    </message>
    <message>
        <source>Error %1.</source>
        <translation>Error %1.</translation>
    </message>
    <message>
        <source>Evolution API gave reason %1, which is not known here.</source>
        <translation>Evolution API dio el motivo %1, que aquí no se conoce.</translation>
    </message>
    <message numerus="yes">
        <source>Evolution API has %n instances. Enter in this node&apos;s configuration which one is meant.</source>
        <translation>
            <numerusform>Evolution API tiene %n instancia. Indique en la configuración de este nodo cuál es.</numerusform>
            <numerusform>Evolution API tiene %n instancias. Indique en la configuración de este nodo cuál es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Evolution API has no such instance: it was never made, or has been deleted. Check the instance&apos;s name in this node&apos;s configuration.</source>
        <translation>Evolution API no tiene esa instancia: nunca se creó, o se ha eliminado. Compruebe el nombre de la instancia en la configuración de este nodo.</translation>
    </message>
    <message>
        <source>Evolution API&apos;s answer holds no webhook. Check its version.</source>
        <translation>La respuesta de Evolution API no contiene ningún webhook. Compruebe su versión.</translation>
    </message>
    <message>
        <source>Evolution API&apos;s answer tells no state of the instance. Check its version.</source>
        <translation>La respuesta de Evolution API no dice ningún estado de la instancia. Compruebe su versión.</translation>
    </message>
    <message>
        <source>Evolution API&apos;s answer</source>
        <translation>Respuesta de Evolution API</translation>
    </message>
    <message>
        <source>Evolution API</source>
        <translation>Evolution API</translation>
    </message>
    <message numerus="yes">
        <source>GOWA has %n devices. Enter in this node&apos;s configuration which one is meant.</source>
        <translation>
            <numerusform>GOWA tiene %n dispositivo. Indique en la configuración de este nodo cuál es.</numerusform>
            <numerusform>GOWA tiene %n dispositivos. Indique en la configuración de este nodo cuál es.</numerusform>
        </translation>
    </message>
    <message>
        <source>GOWA has no device. Add one there and log it in.</source>
        <translation>GOWA no tiene ningún dispositivo. Añada uno allí e inicie su sesión.</translation>
    </message>
    <message>
        <source>GOWA&apos;s answer holds no webhook. Check its version.</source>
        <translation>La respuesta de GOWA no contiene ningún webhook. Compruebe su versión.</translation>
    </message>
    <message>
        <source>GOWA&apos;s answer tells no state of the device. Check its version.</source>
        <translation>La respuesta de GOWA no dice ningún estado del dispositivo. Compruebe su versión.</translation>
    </message>
    <message>
        <source>GOWA&apos;s answer</source>
        <translation>Respuesta de GOWA</translation>
    </message>
    <message>
        <source>GOWA&apos;s own health check fails. Look into its log.</source>
        <translation>La propia comprobación de salud de GOWA falla. Mire su registro.</translation>
    </message>
    <message>
        <source>It takes effect at once, without a restart, and stays until it is changed again.</source>
        <translation>Tiene efecto al momento, sin reinicio, y se queda hasta que se cambie otra vez.</translation>
    </message>
    <message>
        <source>Log the device in with its QR code or a pairing code.</source>
        <translation>Inicie la sesión del dispositivo con su código QR o un código de vinculación.</translation>
    </message>
    <message>
        <source>Meta has a problem of its own (error %1). It is asked again.</source>
        <translation>Meta tiene un problema propio (error %1). Se le pregunta otra vez.</translation>
    </message>
    <message>
        <source>Meta has blocked this app or account for breaking its policies (error %1). See the account&apos;s quality page at Meta.</source>
        <translation>Meta ha bloqueado esta app o cuenta por infringir sus políticas (error %1). Mire la página de calidad de la cuenta en Meta.</translation>
    </message>
    <message>
        <source>Meta is upgrading this number (error %1), which takes about a minute.</source>
        <translation>Meta está ampliando este número (error %1), lo que tarda un minuto aproximadamente.</translation>
    </message>
    <message>
        <source>Meta knows no such phone number id, or the access token may not see it (error %1). Check the id in this node&apos;s configuration.</source>
        <translation>Meta no conoce ese id de número de teléfono, o el token de acceso no puede verlo (error %1). Compruebe el id en la configuración de este nodo.</translation>
    </message>
    <message>
        <source>Meta refused the access token (error %1): it has expired, was revoked or is wrong. Store a valid one for this node.</source>
        <translation>Meta rechazó el token de acceso (error %1): ha caducado, se revocó o está mal. Guarde uno válido para este nodo.</translation>
    </message>
    <message>
        <source>Meta refused the question (error %1). Check the phone number id and the API version in this node&apos;s configuration.</source>
        <translation>Meta rechazó la pregunta (error %1). Compruebe el id del número de teléfono y la versión de la API en la configuración de este nodo.</translation>
    </message>
    <message>
        <source>Meta says that it is asked too often (error %1). Barograph asks less often now; check what else uses this app.</source>
        <translation>Meta dice que se le pregunta con demasiada frecuencia (error %1). Barograph pregunta ahora menos; compruebe qué más usa esta app.</translation>
    </message>
    <message>
        <source>Meta&apos;s answer holds no health status. Check that the configured id is that of a phone number.</source>
        <translation>La respuesta de Meta no contiene ningún estado de salud. Compruebe que el id configurado sea el de un número de teléfono.</translation>
    </message>
    <message>
        <source>Meta&apos;s answer</source>
        <translation>Respuesta de Meta</translation>
    </message>
    <message>
        <source>No %1 is stored for %2. Edit the node and enter it, or run: barograph secret --node %3 --name %4</source>
        <translation>No está guardado esto: %1, para %2. Edite el nodo e introdúzcalo, o ejecute: barograph secret --node %3 --name %4</translation>
    </message>
    <message>
        <source>No address of %1 is configured for %2, so that it is not asked. Edit the node and enter it.</source>
        <translation>No hay ninguna dirección de %1 configurada para %2, así que no se le pregunta. Edite el nodo e introdúzcala.</translation>
    </message>
    <message>
        <source>No password is stored for %1. Edit the node and enter it, or run: barograph secret --node %2 --name password</source>
        <translation>No hay ninguna contraseña guardada para %1. Edite el nodo e introdúzcala, o ejecute: barograph secret --node %2 --name password</translation>
    </message>
    <message>
        <source>Only an on-premises client that is switched on can be asked for database statistics.</source>
        <translation>Solo a un cliente local que esté activado se le pueden pedir estadísticas de la base de datos.</translation>
    </message>
    <message>
        <source>Picky Assist answered code %1 instead of a state. Check the stored token and the application number of this node.</source>
        <translation>Picky Assist respondió el código %1 en lugar de un estado. Compruebe el token guardado y el número de aplicación de este nodo.</translation>
    </message>
    <message>
        <source>Picky Assist does not reach the number&apos;s device or automation server. Check that it runs and is online, or restart it in the console.</source>
        <translation>Picky Assist no llega al dispositivo o al servidor de automatización del número. Compruebe que esté en marcha y en línea, o reinícielo en la consola.</translation>
    </message>
    <message>
        <source>Picky Assist&apos;s answer tells no state. Check the stored token and the application number of this node.</source>
        <translation>La respuesta de Picky Assist no dice ningún estado. Compruebe el token guardado y el número de aplicación de este nodo.</translation>
    </message>
    <message>
        <source>Picky Assist&apos;s answer</source>
        <translation>Respuesta de Picky Assist</translation>
    </message>
    <message>
        <source>Picky Assist</source>
        <translation>Picky Assist</translation>
    </message>
    <message>
        <source>Reads are not counted while &quot;read&quot; is off: shown as not measured, not as zero.</source>
        <translation>Las lecturas no se cuentan mientras &quot;read&quot; esté desactivado: se muestran como no medidas, no como cero.</translation>
    </message>
    <message>
        <source>Restart it in WAHA&apos;s dashboard; if that does not help, log in anew.</source>
        <translation>Reiníciela en el panel de WAHA; si eso no ayuda, inicie la sesión de nuevo.</translation>
    </message>
    <message>
        <source>Scan the QR code in WAHA&apos;s dashboard with the phone.</source>
        <translation>Escanee con el teléfono el código QR del panel de WAHA.</translation>
    </message>
    <message>
        <source>Sends are counted from the node&apos;s own counter while &quot;sent&quot; is off.</source>
        <translation>Los envíos se cuentan con el propio contador del nodo mientras &quot;sent&quot; esté desactivado.</translation>
    </message>
    <message>
        <source>Start it in WAHA&apos;s dashboard.</source>
        <translation>Iníciela en el panel de WAHA.</translation>
    </message>
    <message>
        <source>Storms are seen only in part, because they are made of these receipts.</source>
        <translation>Las tormentas solo se ven en parte, porque están hechas de estos acuses.</translation>
    </message>
    <message>
        <source>Switch %1 callbacks off on %2</source>
        <translation>Desactivar los callbacks %1 en %2</translation>
    </message>
    <message>
        <source>Switch %1 callbacks on on %2</source>
        <translation>Activar los callbacks %1 en %2</translation>
    </message>
    <message>
        <source>The WebApp&apos;s metrics answer</source>
        <translation>Respuesta de métricas de la WebApp</translation>
    </message>
    <message>
        <source>The access token has expired (error %1). Make a new one, best for a system user and without an end, and store it for this node.</source>
        <translation>El token de acceso ha caducado (error %1). Cree uno nuevo, mejor para un usuario del sistema y sin caducidad, y guárdelo para este nodo.</translation>
    </message>
    <message>
        <source>The access token may not read this number (error %1). Give its user the number&apos;s business account, and the permission whatsapp_business_management.</source>
        <translation>El token de acceso no puede leer este número (error %1). Dé a su usuario la cuenta de empresa del número, y el permiso whatsapp_business_management.</translation>
    </message>
    <message>
        <source>The answer about a group holds no participants.</source>
        <translation>La respuesta sobre un grupo no contiene participantes.</translation>
    </message>
    <message>
        <source>The bot behind the same webhook gets exactly the same callbacks as Barograph.</source>
        <translation>El bot que hay detrás del mismo webhook recibe exactamente los mismos callbacks que Barograph.</translation>
    </message>
    <message>
        <source>The callbacks of %1 are as wanted already: there is nothing to do.</source>
        <translation>Los callbacks de %1 ya están como se quiere: no hay nada que hacer.</translation>
    </message>
    <message>
        <source>The cluster is changing.</source>
        <translation>El clúster está cambiando.</translation>
    </message>
    <message>
        <source>The connection to WhatsApp was lost or timed out. Check the gateway&apos;s network.</source>
        <translation>La conexión con WhatsApp se perdió o se agotó su tiempo. Compruebe la red de la pasarela.</translation>
    </message>
    <message>
        <source>The database statistics answer</source>
        <translation>Respuesta de estadísticas de la base de datos</translation>
    </message>
    <message>
        <source>The device has no connection to WhatsApp. Reconnect it in GOWA.</source>
        <translation>El dispositivo no tiene conexión con WhatsApp. Vuelva a conectarlo en GOWA.</translation>
    </message>
    <message>
        <source>The documentation does not say whether the receipts themselves stop spending throughput.</source>
        <translation>La documentación no dice si los propios acuses dejan de gastar rendimiento.</translation>
    </message>
    <message>
        <source>The groups answer holds no groups. Check the client&apos;s version.</source>
        <translation>La respuesta de grupos no contiene grupos. Compruebe la versión del cliente.</translation>
    </message>
    <message>
        <source>The health answer holds no health. Check the client&apos;s version.</source>
        <translation>La respuesta de salud no contiene salud. Compruebe la versión del cliente.</translation>
    </message>
    <message>
        <source>The health answer is not JSON. Check that the address is an on-premises client&apos;s.</source>
        <translation>La respuesta de salud no es JSON. Compruebe que la dirección sea la de un cliente local.</translation>
    </message>
    <message>
        <source>The health answer names no member. Check the client&apos;s version.</source>
        <translation>La respuesta de salud no nombra ningún miembro. Compruebe la versión del cliente.</translation>
    </message>
    <message>
        <source>The login was answered without a usable token. Check that the address is an on-premises client&apos;s.</source>
        <translation>El inicio de sesión se respondió sin un token utilizable. Compruebe que la dirección sea la de un cliente local.</translation>
    </message>
    <message>
        <source>The node also changed webhooks.%1, which was not wanted.</source>
        <translation>El nodo también cambió webhooks.%1, lo que no se quería.</translation>
    </message>
    <message>
        <source>The node answered error %1 instead of its health.</source>
        <translation>El nodo respondió el error %1 en lugar de su salud.</translation>
    </message>
    <message>
        <source>The node answered error %1 instead of its health: %2.</source>
        <translation>El nodo respondió el error %1 en lugar de su salud: %2.</translation>
    </message>
    <message>
        <source>The node answered without a single figure about its database. In a cluster only the primary master has them: try again when one is in charge.</source>
        <translation>El nodo respondió sin una sola cifra sobre su base de datos. En un clúster solo las tiene el maestro primario: inténtelo otra vez cuando haya uno al mando.</translation>
    </message>
    <message>
        <source>The node still has &quot;%1&quot; callbacks %2.</source>
        <translation>El nodo tiene aún los callbacks &quot;%1&quot; así: %2.</translation>
    </message>
    <message>
        <source>The node was changed or taken out before it answered. Ask again if you still need it.</source>
        <translation>El nodo se cambió o se quitó antes de que respondiera. Pregunte otra vez si aún lo necesita.</translation>
    </message>
    <message>
        <source>The number is not paired. Scan the QR code in Picky Assist&apos;s console.</source>
        <translation>El número no está vinculado. Escanee el código QR en la consola de Picky Assist.</translation>
    </message>
    <message>
        <source>The phone has logged this instance out. Scan its QR code again.</source>
        <translation>El teléfono ha cerrado la sesión de esta instancia. Escanee otra vez su código QR.</translation>
    </message>
    <message>
        <source>The phone&apos;s multi-device data does not match. Log out and scan the QR code again.</source>
        <translation>Los datos multidispositivo del teléfono no coinciden. Cierre la sesión y escanee otra vez el código QR.</translation>
    </message>
    <message>
        <source>The settings answer holds no application settings. Check the client&apos;s version.</source>
        <translation>La respuesta de ajustes no contiene ajustes de la aplicación. Compruebe la versión del cliente.</translation>
    </message>
    <message>
        <source>The settings answer is not JSON. Check that the address is an on-premises client&apos;s.</source>
        <translation>La respuesta de ajustes no es JSON. Compruebe que la dirección sea la de un cliente local.</translation>
    </message>
    <message>
        <source>The settings no longer say which callbacks are on.</source>
        <translation>Los ajustes ya no dicen qué callbacks están activados.</translation>
    </message>
    <message>
        <source>The settings of %1 do not say which callbacks are on, so a change could neither be verified nor undone. Nothing can be done from here.</source>
        <translation>Los ajustes de %1 no dicen qué callbacks están activados, así que un cambio no se podría verificar ni deshacer. Desde aquí no se puede hacer nada.</translation>
    </message>
    <message>
        <source>The shards answer holds no number of shards. Check the client&apos;s version.</source>
        <translation>La respuesta de shards no contiene ningún número de shards. Compruebe la versión del cliente.</translation>
    </message>
    <message>
        <source>The stats answer</source>
        <translation>Respuesta de estadísticas</translation>
    </message>
    <message>
        <source>The stored %1 of %2 holds characters that none has. Store it again.</source>
        <translation>Lo guardado (%1 de %2) contiene caracteres que nunca lleva. Guárdelo otra vez.</translation>
    </message>
    <message>
        <source>The stored login is damaged. Delete the instance&apos;s login and scan the QR code again.</source>
        <translation>La sesión guardada está dañada. Elimine la sesión de la instancia y escanee otra vez el código QR.</translation>
    </message>
    <message>
        <source>This client can only switch &quot;sent&quot; callbacks. Delivered and read need version 2.41.2 or later.</source>
        <translation>Este cliente solo puede cambiar los callbacks &quot;sent&quot;. Los de entregado y leído necesitan la versión 2.41.2 o posterior.</translation>
    </message>
    <message numerus="yes">
        <source>WAHA has %n sessions. Enter in this node&apos;s configuration which one is meant.</source>
        <translation>
            <numerusform>WAHA tiene %n sesión. Indique en la configuración de este nodo cuál es.</numerusform>
            <numerusform>WAHA tiene %n sesiones. Indique en la configuración de este nodo cuál es.</numerusform>
        </translation>
    </message>
    <message>
        <source>WAHA has no such session: it was never made, or has been deleted. Check the session&apos;s name in this node&apos;s configuration.</source>
        <translation>WAHA no tiene esa sesión: nunca se creó, o se ha eliminado. Compruebe el nombre de la sesión en la configuración de este nodo.</translation>
    </message>
    <message>
        <source>WAHA says that it is shutting down.</source>
        <translation>WAHA dice que se está apagando.</translation>
    </message>
    <message>
        <source>WAHA&apos;s answer tells no state of the session. Check its version.</source>
        <translation>La respuesta de WAHA no dice ningún estado de la sesión. Compruebe su versión.</translation>
    </message>
    <message>
        <source>WAHA&apos;s answer</source>
        <translation>Respuesta de WAHA</translation>
    </message>
    <message>
        <source>WAHA&apos;s health answer tells no state. Check its version.</source>
        <translation>La respuesta de salud de WAHA no dice ningún estado. Compruebe su versión.</translation>
    </message>
    <message>
        <source>WAHA&apos;s own health check fails: %1. Check its disk space and database.</source>
        <translation>La propia comprobación de salud de WAHA falla: %1. Compruebe su espacio en disco y su base de datos.</translation>
    </message>
    <message>
        <source>What is at /metrics is not Prometheus text.</source>
        <translation>Lo que hay en /metrics no es texto de Prometheus.</translation>
    </message>
    <message>
        <source>WhatsApp asked for a restart of the connection, which is normal after a login.</source>
        <translation>WhatsApp pidió un reinicio de la conexión, lo que es normal después de iniciar sesión.</translation>
    </message>
    <message>
        <source>WhatsApp closed the connection. It should come back by itself.</source>
        <translation>WhatsApp cerró la conexión. Debería volver por sí sola.</translation>
    </message>
    <message>
        <source>WhatsApp refused the account: it may be banned or restricted. Look at the phone.</source>
        <translation>WhatsApp rechazó la cuenta: puede estar prohibida o restringida. Mire el teléfono.</translation>
    </message>
    <message>
        <source>WhatsApp&apos;s service was not available. It should come back by itself.</source>
        <translation>El servicio de WhatsApp no estaba disponible. Debería volver por sí solo.</translation>
    </message>
    <message>
        <source>access token</source>
        <translation>token de acceso</translation>
    </message>
    <message>
        <source>account</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>application</source>
        <translation>aplicación</translation>
    </message>
    <message>
        <source>as WAHA does by itself</source>
        <translation>como hace WAHA por sí mismo</translation>
    </message>
    <message>
        <source>device</source>
        <translation>dispositivo</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>instancia</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>con sesión iniciada</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>sin sesión iniciada</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>phone number id</source>
        <translation>id del número de teléfono</translation>
    </message>
    <message>
        <source>running since %1</source>
        <translation>en marcha desde %1</translation>
    </message>
    <message>
        <source>session</source>
        <translation>sesión</translation>
    </message>
    <message>
        <source>something</source>
        <translation>algo</translation>
    </message>
    <message>
        <source>the Cloud API</source>
        <translation>la Cloud API</translation>
    </message>
    <message>
        <source>the node</source>
        <translation>el nodo</translation>
    </message>
    <message>
        <source>the server&apos;s own</source>
        <translation>los propios del servidor</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>user name or password</source>
        <translation>nombre de usuario o contraseña</translation>
    </message>
</context>
<context>
    <name>barograph::Protection</name>
    <message numerus="yes">
        <source>%n allowed networks</source>
        <translation>
            <numerusform>%n red permitida</numerusform>
            <numerusform>%n redes permitidas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 allowed network</source>
        <translation>1 red permitida</translation>
    </message>
    <message>
        <source>HMAC-SHA256</source>
        <translation>HMAC-SHA256</translation>
    </message>
    <message>
        <source>HMAC-SHA512</source>
        <translation>HMAC-SHA512</translation>
    </message>
    <message>
        <source>bearer token</source>
        <translation>token bearer</translation>
    </message>
    <message>
        <source>client certificate %1</source>
        <translation>certificado de cliente %1</translation>
    </message>
    <message>
        <source>secret address</source>
        <translation>dirección secreta</translation>
    </message>
    <message>
        <source>signed token (JWT)</source>
        <translation>token firmado (JWT)</translation>
    </message>
    <message>
        <source>user and password</source>
        <translation>usuario y contraseña</translation>
    </message>
</context>
<context>
    <name>barograph::QueueGauge</name>
    <message>
        <source>%1M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>Incoming queue against its capacity</source>
        <translation>Cola de entrada frente a su capacidad</translation>
    </message>
</context>
<context>
    <name>barograph::Queues</name>
    <message>
        <source>The queue&apos;s answer is not JSON. Check status_url of outbound_queue.</source>
        <translation>La respuesta de la cola no es JSON. Compruebe status_url de outbound_queue.</translation>
    </message>
</context>
<context>
    <name>barograph::RangePopup</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>It begins in the future.</source>
        <translation>Empieza en el futuro.</translation>
    </message>
    <message>
        <source>It has to be 10 seconds long at least.</source>
        <translation>Tiene que durar 10 segundos como mínimo.</translation>
    </message>
    <message>
        <source>It has to end after it begins.</source>
        <translation>Tiene que terminar después de empezar.</translation>
    </message>
    <message>
        <source>It may be 90 days long at most.</source>
        <translation>Puede durar 90 días como máximo.</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <translation>Hora local (%1)</translation>
    </message>
    <message>
        <source>Range of time</source>
        <translation>Intervalo de tiempo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>barograph::Reading</name>
    <message>
        <source>%1 (stale %2)</source>
        <translation>%1 (desactualizado %2)</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>no medido</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
</context>
<context>
    <name>barograph::ReferenceStrip</name>
    <message>
        <source>%1, total %2</source>
        <translation>%1, total %2</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; %2. Set the other mark: Shift and click, or Return at the cursor.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; %2. Ponga la otra marca: Mayús y clic, o Entrar en el cursor.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; not known</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; no se conoce</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; Δ %2, mean %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; Δ %2, media %3</translation>
    </message>
    <message>
        <source>&lt;b&gt;A&lt;/b&gt; %1 &lt;b&gt;B&lt;/b&gt; %2 &lt;b&gt;Δt&lt;/b&gt; %3</source>
        <translation>&lt;b&gt;A&lt;/b&gt; %1 &lt;b&gt;B&lt;/b&gt; %2 &lt;b&gt;Δt&lt;/b&gt; %3</translation>
    </message>
    <message>
        <source>Between the marks A and B</source>
        <translation>Entre las marcas A y B</translation>
    </message>
    <message>
        <source>a mark is outside the view: zoom out to see the figures</source>
        <translation>una marca está fuera de la vista: aleje para ver las cifras</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::Refusal</name>
    <message>
        <source>address not allowed</source>
        <translation>dirección no permitida</translation>
    </message>
    <message>
        <source>expired token</source>
        <translation>token caducado</translation>
    </message>
    <message>
        <source>no client certificate</source>
        <translation>sin certificado de cliente</translation>
    </message>
    <message>
        <source>no signature or password</source>
        <translation>sin firma ni contraseña</translation>
    </message>
    <message>
        <source>secret not stored here yet</source>
        <translation>el secreto aún no está guardado aquí</translation>
    </message>
    <message>
        <source>wrong address</source>
        <translation>dirección incorrecta</translation>
    </message>
    <message>
        <source>wrong client certificate</source>
        <translation>certificado de cliente incorrecto</translation>
    </message>
    <message>
        <source>wrong signature or password</source>
        <translation>firma o contraseña incorrecta</translation>
    </message>
    <message>
        <source>wrong verify token</source>
        <translation>token de verificación incorrecto</translation>
    </message>
</context>
<context>
    <name>barograph::RefusedPeers</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Última</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
</context>
<context>
    <name>barograph::Report</name>
    <message>
        <source>%1 cannot be written: %2. Choose a folder that exists and that you may write to.</source>
        <translation>%1 no se puede escribir: %2. Elija una carpeta que exista y en la que se pueda escribir.</translation>
    </message>
    <message>
        <source>%1 could not be finished: %2. Check the space left on the disk; a file that was there before is unchanged.</source>
        <translation>%1 no se pudo terminar: %2. Compruebe el espacio que queda en el disco; un archivo que ya hubiera no ha cambiado.</translation>
    </message>
    <message>
        <source>Qt could not draw the pages</source>
        <translation>Qt no pudo dibujar las páginas</translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2. Check the space left on the disk.</source>
        <translation>El informe no se pudo escribir en %1: %2. Compruebe el espacio que queda en el disco.</translation>
    </message>
    <message>
        <source>a PDF needs the graphical part of Qt, which was not started</source>
        <translation>un PDF necesita la parte gráfica de Qt, que no se inició</translation>
    </message>
</context>
<context>
    <name>barograph::RoutePanel</name>
    <message>
        <source>Address for the node&apos;s webhooks</source>
        <translation>Dirección para los webhooks del nodo</translation>
    </message>
    <message>
        <source>Does it arrive?</source>
        <translation>¿Llega?</translation>
    </message>
    <message>
        <source>It holds a secret, which is left out here and copied with the rest. Treat it like a password.</source>
        <translation>Contiene un secreto, que aquí se omite y se copia con el resto. Trátela como una contraseña.</translation>
    </message>
    <message>
        <source>None is stored yet: every webhook would be refused.</source>
        <translation>Aún no hay ninguno guardado: se rechazarían todos los webhooks.</translation>
    </message>
    <message>
        <source>Send a test &amp;callback</source>
        <translation>Enviar un &amp;callback de prueba</translation>
    </message>
    <message>
        <source>Sending it through the real listener.</source>
        <translation>Se envía a través del receptor real.</translation>
    </message>
    <message>
        <source>Sto&amp;re it</source>
        <translation>Gua&amp;rdar</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Verify token</source>
        <translation>Token de verificación</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Dirección de webhook</translation>
    </message>
    <message>
        <source>Webhook secret</source>
        <translation>Secreto del webhook</translation>
    </message>
</context>
<context>
    <name>barograph::RouteSection</name>
    <message>
        <source>%1 (%2 lost because they could not be stored, %3 not readable)</source>
        <translation>%1 (%2 perdidos porque no se pudieron guardar, %3 ilegibles)</translation>
    </message>
    <message numerus="yes">
        <source>%1 frame(s) in this run</source>
        <translation>
            <numerusform>%1 trama en esta ejecución</numerusform>
            <numerusform>%1 tramas en esta ejecución</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) in this run, the last %2</source>
        <translation>
            <numerusform>%1 solicitud en esta ejecución, la última %2</numerusform>
            <numerusform>%1 solicitudes en esta ejecución, la última %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) in this run</source>
        <translation>
            <numerusform>%1 solicitud en esta ejecución</numerusform>
            <numerusform>%1 solicitudes en esta ejecución</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 desde %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>how the tap is, why</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>&amp;Record raw bodies for 10 min…</source>
        <translation>&amp;Grabar cuerpos en bruto durante 10 min…</translation>
    </message>
    <message>
        <source>BEING RECORDED for another %1</source>
        <translation>SE GRABA durante %1 más</translation>
    </message>
    <message>
        <source>Barograph&apos;s data folder</source>
        <translation>la carpeta de datos de Barograph</translation>
    </message>
    <message>
        <source>Command that stores the secret</source>
        <translation>Orden que guarda el secreto</translation>
    </message>
    <message>
        <source>Copies the token that the node&apos;s settings ask for to the clipboard. It is not shown.</source>
        <translation>Copia al portapapeles el token que piden los ajustes del nodo. No se muestra.</translation>
    </message>
    <message>
        <source>Copy &amp;verify token</source>
        <translation>Copiar token de &amp;verificación</translation>
    </message>
    <message>
        <source>FAILED at %1, %2</source>
        <translation>FALLÓ a las %1, %2</translation>
    </message>
    <message>
        <source>MISSING: every request is refused until the secret that the node signs with is stored here. Run:</source>
        <translation>FALTA: se rechazan todas las solicitudes hasta que el secreto con el que firma el nodo esté guardado aquí. Ejecute:</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>Raw bodies</source>
        <translation>Cuerpos en bruto</translation>
    </message>
    <message>
        <source>Recording writes bodies to a file, with texts, names and phone numbers replaced, to find out why something is not understood.</source>
        <translation>La grabación escribe los cuerpos en un archivo, con los textos, nombres y números de teléfono reemplazados, para averiguar por qué algo no se entiende.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Stop &amp;recording</source>
        <translation>Detener la &amp;grabación</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Tap</translation>
    </message>
    <message>
        <source>The bodies of this number&apos;s webhook requests are written to a file in %1, readable by you alone and removed after seven days. Structure, key names, statuses and times stay as they are. Identifiers and phone numbers become hashes with a key that is made for this recording and never stored; of texts, names and all else only kind and length are kept. It stops by itself, and also when Barograph ends.</source>
        <translation>Los cuerpos de las solicitudes de webhook de este número se escriben en un archivo en %1, que solo puede leer usted y que se quita a los siete días. La estructura, los nombres de las claves, los estados y las horas se quedan como están. Los identificadores y números de teléfono se convierten en resúmenes con una clave que se crea para esta grabación y no se guarda nunca; de los textos, los nombres y todo lo demás solo se conservan el tipo y la longitud. Se detiene por sí sola, y también cuando termina Barograph.</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>connected since %1, %2</source>
        <translation>conectado desde %1, %2</translation>
    </message>
    <message>
        <source>connecting since %1, %2</source>
        <translation>conectando desde %1, %2</translation>
    </message>
    <message>
        <source>done at %1 (%2)</source>
        <translation>hecha a las %1 (%2)</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>no se graba</translation>
    </message>
    <message>
        <source>not yet: enter address and verify token in the node&apos;s settings, nothing is sent before</source>
        <translation>aún no: introduzca la dirección y el token de verificación en los ajustes del nodo, antes no se envía nada</translation>
    </message>
    <message>
        <source>off, %1</source>
        <translation>desactivado, %1</translation>
    </message>
    <message>
        <source>unknown: the node has not told it yet</source>
        <translation>desconocida: el nodo aún no la ha dicho</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::Runtime</name>
    <message>
        <source>%1 was found neither beside this program nor in $PATH. Install it or build the target of that name.</source>
        <translation>%1 no se encontró ni junto a este programa ni en $PATH. Instálelo o compile el objetivo de ese nombre.</translation>
    </message>
    <message>
        <source>Demo number</source>
        <translation>Número de demostración</translation>
    </message>
    <message>
        <source>The simulated node could not be started: %1.</source>
        <translation>No se pudo iniciar el nodo simulado: %1.</translation>
    </message>
    <message>
        <source>The simulated node did not get ready in time.</source>
        <translation>El nodo simulado no estuvo listo a tiempo.</translation>
    </message>
    <message>
        <source>The simulated node ended (code %1).</source>
        <translation>El nodo simulado terminó (código %1).</translation>
    </message>
    <message>
        <source>The simulated node ended (code %1): %2</source>
        <translation>El nodo simulado terminó (código %1): %2</translation>
    </message>
    <message>
        <source>The simulated node said something else than that it is ready.</source>
        <translation>El nodo simulado dijo algo distinto de que está listo.</translation>
    </message>
</context>
<context>
    <name>barograph::SecretField</name>
    <message>
        <source>Forget the stored %1</source>
        <translation>Olvidar lo guardado: %1</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Removes the stored one when this is saved.</source>
        <translation>Quita lo guardado cuando se guarde esto.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>leave it empty to keep what is stored</source>
        <translation>déjelo vacío para conservar lo guardado</translation>
    </message>
</context>
<context>
    <name>barograph::Secrets</name>
    <message>
        <source>%1 cannot be read: %2. Check its permissions.</source>
        <translation>%1 no se puede leer: %2. Compruebe sus permisos.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Check the folder&apos;s permissions and the space on the disk. Nothing was stored.</source>
        <translation>%1 no se puede escribir: %2. Compruebe los permisos de la carpeta y el espacio en el disco. No se guardó nada.</translation>
    </message>
    <message>
        <source>%1 is damaged: it was cut off or altered. Restore it from a backup, or move it away and enter the secrets anew.</source>
        <translation>%1 está dañado: se cortó o se alteró. Restáurelo de una copia de seguridad, o apártelo e introduzca los secretos de nuevo.</translation>
    </message>
    <message>
        <source>%1 is in use by another program. Try again.</source>
        <translation>%1 lo usa otro programa. Inténtelo otra vez.</translation>
    </message>
    <message>
        <source>%1 is no file of encrypted secrets. Move it away, or restore the right one.</source>
        <translation>%1 no es un archivo de secretos cifrados. Apártelo, o restaure el correcto.</translation>
    </message>
    <message>
        <source>%1 was made by a newer Barograph. Use that one, or move the file away and enter the secrets anew.</source>
        <translation>%1 lo creó un Barograph más nuevo. Use ese, o aparte el archivo e introduzca los secretos de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>A passphrase needs at least %n characters. Several words are best.</source>
        <translation>
            <numerusform>Una frase de contraseña necesita %n carácter como mínimo. Lo mejor son varias palabras.</numerusform>
            <numerusform>Una frase de contraseña necesita %n caracteres como mínimo. Lo mejor son varias palabras.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose where secrets shall be kept: in memory until Barograph closes, or in a file that a passphrase protects.</source>
        <translation>Elija dónde se guardarán los secretos: en memoria hasta que se cierre Barograph, o en un archivo protegido por una frase de contraseña.</translation>
    </message>
    <message>
        <source>Looking for the system&apos;s keychain…</source>
        <translation>Buscando el llavero del sistema…</translation>
    </message>
    <message>
        <source>No file can be used in this session.</source>
        <translation>En esta sesión no se puede usar ningún archivo.</translation>
    </message>
    <message>
        <source>No keychain runs in this session. Start a Secret Service (GNOME Keyring, KWallet), or give a file with --secrets.</source>
        <translation>En esta sesión no hay ningún llavero en marcha. Inicie un Secret Service (GNOME Keyring, KWallet), o dé un archivo con --secrets.</translation>
    </message>
    <message>
        <source>Passwords are kept in memory only and asked for again next time.</source>
        <translation>Las contraseñas se conservan solo en memoria y se piden otra vez la próxima vez.</translation>
    </message>
    <message>
        <source>Secrets are kept in the encrypted file %1.</source>
        <translation>Los secretos se guardan en el archivo cifrado %1.</translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s keychain.</source>
        <translation>Los secretos se guardan en el llavero del sistema.</translation>
    </message>
    <message>
        <source>The encrypted file %1 is locked. Enter its passphrase.</source>
        <translation>El archivo cifrado %1 está bloqueado. Introduzca su frase de contraseña.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be made or written. Check its permissions.</source>
        <translation>La carpeta de %1 no se puede crear o no se puede escribir en ella. Compruebe sus permisos.</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1. Start or unlock it, or give a file with --secrets.</source>
        <translation>El llavero no se puede usar: %1. Inícielo o desbloquéelo, o dé un archivo con --secrets.</translation>
    </message>
    <message>
        <source>The keychain is not used in this session.</source>
        <translation>El llavero no se usa en esta sesión.</translation>
    </message>
    <message>
        <source>The keychain refused access. Unlock it and allow Barograph to use it.</source>
        <translation>El llavero denegó el acceso. Desbloquéelo y permita que Barograph lo use.</translation>
    </message>
    <message>
        <source>The passphrase of %1 was changed elsewhere. Enter the new one.</source>
        <translation>La frase de contraseña de %1 se cambió desde otro sitio. Introduzca la nueva.</translation>
    </message>
    <message>
        <source>The secrets in %1 are locked. Enter the passphrase first.</source>
        <translation>Los secretos de %1 están bloqueados. Introduzca primero la frase de contraseña.</translation>
    </message>
    <message>
        <source>There is no %1 yet, so it has no passphrase to change.</source>
        <translation>Aún no existe %1, así que no tiene ninguna frase de contraseña que cambiar.</translation>
    </message>
    <message>
        <source>There is not enough free memory to try the passphrase of %1. Close other programs.</source>
        <translation>No hay suficiente memoria libre para probar la frase de contraseña de %1. Cierre otros programas.</translation>
    </message>
    <message>
        <source>This is not the passphrase of %1. Try again.</source>
        <translation>Esta no es la frase de contraseña de %1. Inténtelo otra vez.</translation>
    </message>
    <message>
        <source>libsodium could not be started. Reinstall libsodium.</source>
        <translation>No se pudo iniciar libsodium. Reinstale libsodium.</translation>
    </message>
</context>
<context>
    <name>barograph::SecretsDialog</name>
    <message>
        <source>&amp;Keep them there</source>
        <translation>&amp;Guardarlas ahí</translation>
    </message>
    <message>
        <source>&amp;Look for a keychain again</source>
        <translation>&amp;Buscar otra vez un llavero</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>&amp;Unlock the encrypted file</source>
        <translation>&amp;Desbloquear el archivo cifrado</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>It is being found out where they can be kept.</source>
        <translation>Se está averiguando dónde se pueden guardar.</translation>
    </message>
    <message>
        <source>Keep them in &amp;memory until Barograph closes</source>
        <translation>Guardarlas en &amp;memoria hasta que se cierre Barograph</translation>
    </message>
    <message>
        <source>Keep them in an &amp;encrypted file</source>
        <translation>Guardarlas en un archivo &amp;cifrado</translation>
    </message>
    <message>
        <source>Nobody can recover a lost passphrase: all passwords and keys would have to be entered anew.</source>
        <translation>Nadie puede recuperar una frase de contraseña perdida: habría que introducir de nuevo todas las contraseñas y claves.</translation>
    </message>
    <message>
        <source>Nothing is written to the disk. They have to be entered again after each start.</source>
        <translation>No se escribe nada en el disco. Hay que introducirlas otra vez después de cada inicio.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Passwords and keys</source>
        <translation>Contraseñas y claves</translation>
    </message>
    <message>
        <source>Protected by a passphrase that you enter at each start.</source>
        <translation>Protegido por una frase de contraseña que se introduce en cada inicio.</translation>
    </message>
    <message>
        <source>The same a&amp;gain</source>
        <translation>La misma &amp;otra vez</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma frase de contraseña otra vez</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no son iguales.</translation>
    </message>
    <message>
        <source>With the passphrase that it was made with.</source>
        <translation>Con la frase de contraseña con la que se creó.</translation>
    </message>
</context>
<context>
    <name>barograph::SecretsStrip</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Passwords and keys cannot be kept yet.</source>
        <translation>Las contraseñas y claves aún no se pueden guardar.</translation>
    </message>
    <message>
        <source>Passwords and keys</source>
        <translation>Contraseñas y claves</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
</context>
<context>
    <name>barograph::SessionState</name>
    <message>
        <source>Known by its webhooks only. To have it asked, enter its address and key in its configuration.</source>
        <translation>Solo se conoce por sus webhooks. Para que se le pregunte, introduzca su dirección y su clave en su configuración.</translation>
    </message>
    <message>
        <source>The node says that its session has been stopped.</source>
        <translation>El nodo dice que su sesión se ha detenido.</translation>
    </message>
    <message>
        <source>The node says that its session has failed.</source>
        <translation>El nodo dice que su sesión ha fallado.</translation>
    </message>
    <message>
        <source>The node says that its session is starting.</source>
        <translation>El nodo dice que su sesión está arrancando.</translation>
    </message>
    <message>
        <source>The node says that its session needs a login on the phone.</source>
        <translation>El nodo dice que su sesión necesita un inicio de sesión en el teléfono.</translation>
    </message>
    <message>
        <source>The node says that its session works.</source>
        <translation>El nodo dice que su sesión funciona.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>needs login</source>
        <translation>necesita inicio de sesión</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>arrancando</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>working</source>
        <translation>funciona</translation>
    </message>
</context>
<context>
    <name>barograph::Setup</name>
    <message>
        <source>%1 (%2)</source>
        <comment>how many nodes, and their ids</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copia)</translation>
    </message>
    <message>
        <source>%1 Nothing was changed: correct this in %2 first.</source>
        <translation>%1 No se cambió nada: corrija esto primero en %2.</translation>
    </message>
    <message>
        <source>%1 but %2 (version %3). Choose that kind, or correct the address.</source>
        <translation>%1, sino %2 (versión %3). Elija ese tipo, o corrija la dirección.</translation>
    </message>
    <message>
        <source>%1 but %2. Choose that kind, or correct the address.</source>
        <translation>%1, sino %2. Elija ese tipo, o corrija la dirección.</translation>
    </message>
    <message>
        <source>%1 can be asked.</source>
        <translation>Se puede preguntar a %1.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network between this machine and the node.</source>
        <translation>No se puede llegar a %1. Compruebe la red entre esta máquina y el nodo.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder, or make room on the disk.</source>
        <translation>%1 no se puede escribir: %2. Elija otra carpeta, o haga espacio en el disco.</translation>
    </message>
    <message>
        <source>%1 does not answer. A firewall may drop the packets, or the machine is off.</source>
        <translation>%1 no responde. Puede que un cortafuegos descarte los paquetes, o que la máquina esté apagada.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS the way we do. Check that the port is the node&apos;s, and whether the address should start with http.</source>
        <translation>%1 no habla TLS como nosotros. Compruebe que el puerto sea el del nodo, y si la dirección debe empezar por http.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 es %2.</translation>
    </message>
    <message>
        <source>%1 is being changed all the time by something else, so nothing was changed here. Try again.</source>
        <translation>Algo cambia %1 todo el tiempo, así que aquí no se cambió nada. Inténtelo otra vez.</translation>
    </message>
    <message>
        <source>%1 is gone. Barograph goes on with the nodes it knows, and writes the file again when you change one.</source>
        <translation>%1 ha desaparecido. Barograph sigue con los nodos que conoce, y vuelve a escribir el archivo cuando cambie uno.</translation>
    </message>
    <message>
        <source>%1 is in no group now.</source>
        <translation>%1 ya no está en ningún grupo.</translation>
    </message>
    <message>
        <source>%1 is in the group “%2” now.</source>
        <translation>%1 está ahora en el grupo “%2”.</translation>
    </message>
    <message>
        <source>%1 may not log in here (403). Use an account with the admin role, and check from where logins are allowed.</source>
        <translation>%1 no puede iniciar sesión aquí (403). Use una cuenta con la función de administrador, y compruebe desde dónde se permite iniciar sesión.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Check that the node runs and that the port is right.</source>
        <translation>%1 rechazó la conexión. Compruebe que el nodo esté en marcha y que el puerto sea correcto.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the pinned one. Nothing was sent. It shows SHA-256 %2. If it was renewed, compare this with the node&apos;s own and pin it.</source>
        <translation>%1 muestra un certificado distinto del fijado. No se envió nada. Muestra SHA-256 %2. Si se renovó, compare esto con el del nodo y fíjelo.</translation>
    </message>
    <message>
        <source>%1 takes connections.</source>
        <translation>%1 acepta conexiones.</translation>
    </message>
    <message>
        <source>%1 took the connection but does not answer in TLS. Check that the port is the node&apos;s.</source>
        <translation>%1 aceptó la conexión pero no responde en TLS. Compruebe que el puerto sea el del nodo.</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 se añadió.</translation>
    </message>
    <message>
        <source>%1 was changed and cannot be used: %2 Barograph goes on with the nodes as they were.</source>
        <translation>%1 se cambió y no se puede usar: %2 Barograph sigue con los nodos como estaban.</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 se cambió.</translation>
    </message>
    <message>
        <source>%1 was changed: %2.</source>
        <translation>%1 se cambió: %2.</translation>
    </message>
    <message>
        <source>%1 was found.</source>
        <translation>%1 se encontró.</translation>
    </message>
    <message>
        <source>%1 was found: %2.</source>
        <translation>%1 se encontró: %2.</translation>
    </message>
    <message>
        <source>%1 was made. It is switched off until you switch it on.</source>
        <translation>%1 se creó. Está desactivado hasta que usted lo active.</translation>
    </message>
    <message>
        <source>%1 was moved.</source>
        <translation>%1 se movió.</translation>
    </message>
    <message>
        <source>%1 was removed. Its counts and its history stay.</source>
        <translation>%1 se quitó. Sus cuentas y su historial se conservan.</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 se guardó.</translation>
    </message>
    <message>
        <source>%1 was switched off. Webhooks that it sends are still received.</source>
        <translation>%1 se desactivó. Los webhooks que envía aún se reciben.</translation>
    </message>
    <message>
        <source>%1 was switched on.</source>
        <translation>%1 se activó.</translation>
    </message>
    <message>
        <source>%1, as far as can be told. %2</source>
        <translation>%1, hasta donde se puede saber. %2</translation>
    </message>
    <message>
        <source>%1: a web page came back. Check the port; a proxy or a console may answer there.</source>
        <translation>%1: llegó una página web. Compruebe el puerto; puede que ahí responda un proxy o una consola.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) added</source>
        <translation>
            <numerusform>%n nodo añadido</numerusform>
            <numerusform>%n nodos añadidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) changed</source>
        <translation>
            <numerusform>%n nodo cambiado</numerusform>
            <numerusform>%n nodos cambiados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) removed</source>
        <translation>
            <numerusform>%n nodo quitado</numerusform>
            <numerusform>%n nodos quitados</numerusform>
        </translation>
    </message>
    <message>
        <source>1. Keep what is set now. The answer holds the present secret in clear</source>
        <translation>1. Conserve lo que está puesto ahora. La respuesta contiene en claro el secreto actual</translation>
    </message>
    <message>
        <source>1. Keep what is set now: an instance has one webhook, and this replaces it</source>
        <translation>1. Conserve lo que está puesto ahora: una instancia tiene un solo webhook, y este lo reemplaza</translation>
    </message>
    <message>
        <source>1. Log in; the answer holds the token to put into TOKEN. --insecure is for the certificate that such a node makes for itself</source>
        <translation>1. Inicie sesión; la respuesta contiene el token que hay que poner en TOKEN. --insecure es para el certificado que un nodo así se crea él mismo</translation>
    </message>
    <message>
        <source>2. Look at what is set now and keep it: &quot;webhooks&quot; has other fields, and whether they survive a change of one is not documented</source>
        <translation>2. Mire lo que está puesto ahora y consérvelo: &quot;webhooks&quot; tiene otros campos, y no está documentado si sobreviven al cambio de uno</translation>
    </message>
    <message>
        <source>2. Set it; it takes effect at once. All four fields, always: what is left out is cleared. An empty webhook_events means all events</source>
        <translation>2. Póngalo; tiene efecto al momento. Los cuatro campos, siempre: lo que se omite se borra. Un webhook_events vacío significa todos los eventos</translation>
    </message>
    <message>
        <source>2. Set it; it takes effect at once. The global webhook of the environment goes on beside it. Never leave “events” empty: that switches all of them on</source>
        <translation>2. Póngalo; tiene efecto al momento. El webhook global del entorno sigue además de este. No deje nunca “events” vacío: eso los activa todos</translation>
    </message>
    <message>
        <source>3. Let it trust Barograph&apos;s own certificate, once saved as barograph.pem (menu, or “barograph listener-certificate --out barograph.pem”). It is used after a restart of all CoreApps. It replaces the CA that is there: put both into one file if the bot needs the other</source>
        <translation>3. Haga que confíe en el certificado propio de Barograph, una vez guardado como barograph.pem (menú, o “barograph listener-certificate --out barograph.pem”). Se usa tras reiniciar todos los CoreApp. Reemplaza la CA que hay: ponga ambas en un archivo si el bot necesita la otra</translation>
    </message>
    <message numerus="yes">
        <source>A cluster of %n containers, %1 of them connected. Those that stand by are not.</source>
        <translation>
            <numerusform>Un clúster de %n contenedor, %1 de ellos conectados. Los que están en espera no lo están.</numerusform>
            <numerusform>Un clúster de %n contenedores, %1 de ellos conectados. Los que están en espera no lo están.</numerusform>
        </translation>
    </message>
    <message>
        <source>A single container, %1.</source>
        <translation>Un contenedor único, %1.</translation>
    </message>
    <message>
        <source>A test callback went in over the real address and was acknowledged. Nothing was counted by it.</source>
        <translation>Un callback de prueba entró por la dirección real y se confirmó. No contó nada.</translation>
    </message>
    <message>
        <source>A test callback went in over the real address with the proof that this route asks for, and was acknowledged. Nothing was counted by it.</source>
        <translation>Un callback de prueba entró por la dirección real con la prueba que pide esta ruta, y se confirmó. No contó nada.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>clave de API</translation>
    </message>
    <message>
        <source>Add this to “webhooks” in the “config” of before.json, beside the bot&apos;s, and save {&quot;config&quot;:…} as new.json</source>
        <translation>Añada esto a “webhooks” en el “config” de before.json, junto al del bot, y guarde {&quot;config&quot;:…} como new.json</translation>
    </message>
    <message>
        <source>An on-premises client refuses http:// addresses. Set tls = true under [listener] and start Barograph again.</source>
        <translation>Un cliente local rechaza las direcciones http://. Ponga tls = true en [listener] e inicie Barograph de nuevo.</translation>
    </message>
    <message>
        <source>Barograph&apos;s own listener could not be reached: %1</source>
        <translation>No se pudo llegar al receptor propio de Barograph: %1</translation>
    </message>
    <message>
        <source>Careful, only where no bot needs the events: overriding the number&apos;s address moves them here, it does not copy them. Undo it with an empty override_callback_uri</source>
        <translation>Cuidado, solo donde ningún bot necesite los eventos: sustituir la dirección del número los trae aquí, no los copia. Deshágalo con un override_callback_uri vacío</translation>
    </message>
    <message>
        <source>Choose which %1 this node is: %2.</source>
        <translation>Elija cuál es este nodo (%1): %2.</translation>
    </message>
    <message>
        <source>For all sessions, with no reconnect of one by hand: into the environment of WAHA, which is started again anyway by that</source>
        <translation>Para todas las sesiones, sin reconectar una a mano: en el entorno de WAHA, que de todos modos se inicia de nuevo con ello</translation>
    </message>
    <message>
        <source>Imported: %1. Secrets are not part of such a file: enter those of added nodes.</source>
        <translation>Importado: %1. Los secretos no forman parte de un archivo así: introduzca los de los nodos añadidos.</translation>
    </message>
    <message>
        <source>Imported: the nodes are the same as before.</source>
        <translation>Importado: los nodos son los mismos que antes.</translation>
    </message>
    <message>
        <source>In %1.</source>
        <translation>En %1.</translation>
    </message>
    <message>
        <source>In the console of a second app (not the bot&apos;s): WhatsApp, Configuration, Webhook. Enter this address and the verify token, and subscribe to “messages”</source>
        <translation>En la consola de una segunda app (no la del bot): WhatsApp, Configuration, Webhook. Introduzca esta dirección y el token de verificación, y suscríbase a “messages”</translation>
    </message>
    <message>
        <source>It asks for no credentials: whoever reaches it can use it. Protect it.</source>
        <translation>No pide credenciales: quien llegue a él puede usarlo. Protéjalo.</translation>
    </message>
    <message>
        <source>It is %1, version %2.</source>
        <translation>Es %1, versión %2.</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>Es %1.</translation>
    </message>
    <message>
        <source>It is Picky Assist.</source>
        <translation>Es Picky Assist.</translation>
    </message>
    <message>
        <source>It is an address already, not a name.</source>
        <translation>Ya es una dirección, no un nombre.</translation>
    </message>
    <message>
        <source>It is an on-premises client of version %1. Barograph was made for version 2: some figures may be missing.</source>
        <translation>Es un cliente local de la versión %1. Barograph se hizo para la versión 2: pueden faltar algunas cifras.</translation>
    </message>
    <message>
        <source>It is an on-premises client of version %1. Delivered and read callbacks can be switched from v2.41.2 on only.</source>
        <translation>Es un cliente local de la versión %1. Los callbacks de entregado y leído solo se pueden cambiar desde la v2.41.2.</translation>
    </message>
    <message>
        <source>It is an on-premises client, version %1.</source>
        <translation>Es un cliente local, versión %1.</translation>
    </message>
    <message>
        <source>It is an on-premises client; it does not tell its version.</source>
        <translation>Es un cliente local; no dice su versión.</translation>
    </message>
    <message>
        <source>Its former secrets could not be removed: %1</source>
        <translation>Sus secretos anteriores no se pudieron quitar: %1</translation>
    </message>
    <message>
        <source>Logged in as %1.</source>
        <translation>Sesión iniciada como %1.</translation>
    </message>
    <message>
        <source>Meta&apos;s Graph API</source>
        <translation>la Graph API de Meta</translation>
    </message>
    <message>
        <source>Not encrypted: it is on this machine and reached by http://.</source>
        <translation>Sin cifrar: está en esta máquina y se llega por http://.</translation>
    </message>
    <message>
        <source>Nothing was changed, because a secret could not be stored. %1</source>
        <translation>No se cambió nada, porque un secreto no se pudo guardar. %1</translation>
    </message>
    <message>
        <source>Only this machine can reach this address. Put a tunnel or a proxy with a public address and certificate in front, and enter its address instead, with the same path behind it.</source>
        <translation>Solo esta máquina puede llegar a esta dirección. Ponga delante un túnel o un proxy con una dirección y un certificado públicos, e introduzca en su lugar la dirección de este, con la misma ruta detrás.</translation>
    </message>
    <message>
        <source>Only this machine can reach this address. That is right for a node that runs here or reaches it by a tunnel; for another machine set [listener] address and tls in the configuration and start Barograph again.</source>
        <translation>Solo esta máquina puede llegar a esta dirección. Eso es correcto para un nodo que funciona aquí o que llega por un túnel; para otra máquina ponga [listener] address y tls en la configuración e inicie Barograph de nuevo.</translation>
    </message>
    <message>
        <source>Or for one session: keep what is set now</source>
        <translation>O para una sola sesión: conserve lo que está puesto ahora</translation>
    </message>
    <message>
        <source>Picky Assist did not take the token or the application number (status %1). Check both in its console.</source>
        <translation>Picky Assist no aceptó el token o el número de aplicación (estado %1). Compruebe ambos en su consola.</translation>
    </message>
    <message>
        <source>Picky Assist does not take the token from this address (403). Tokens can be bound to IP addresses in its console.</source>
        <translation>Picky Assist no acepta el token desde esta dirección (403). Los tokens se pueden vincular a direcciones IP en su consola.</translation>
    </message>
    <message>
        <source>Picky Assist refused the token (401). Enter the project&apos;s API token.</source>
        <translation>Picky Assist rechazó el token (401). Introduzca el token de API del proyecto.</translation>
    </message>
    <message>
        <source>Picky Assist</source>
        <translation>Picky Assist</translation>
    </message>
    <message>
        <source>Sending: %1, quality: %2, throughput: %3.</source>
        <translation>Envío: %1, calidad: %2, rendimiento: %3.</translation>
    </message>
    <message>
        <source>Set it. PUT wants the whole config: what is left out is gone. It stops and starts the session, which is off line for some seconds</source>
        <translation>Póngalo. PUT quiere toda la config: lo que se omite desaparece. Detiene e inicia la sesión, que queda fuera de línea unos segundos</translation>
    </message>
    <message>
        <source>Set the address. There is one for everything: this takes the events away from the bot, so use it only where the bot gets a copy. Put further fields of &quot;webhooks&quot; from before.json into it (max_concurrent_requests). &quot;message&quot; exists from v2.41.2 on: leave it out before that</source>
        <translation>Ponga la dirección. Hay una para todo: esto le quita los eventos al bot, así que úselo solo donde el bot reciba una copia. Ponga en él otros campos de &quot;webhooks&quot; de before.json (max_concurrent_requests). &quot;message&quot; existe desde la v2.41.2: antes de ella, omítalo</translation>
    </message>
    <message>
        <source>The %1 may not ask for the node&apos;s health (403). Use one that may.</source>
        <translation>Esta credencial no puede preguntar por la salud del nodo: %1 (403). Use una que pueda.</translation>
    </message>
    <message>
        <source>The %1 may not list what is there (403). Use one with more rights.</source>
        <translation>Esta credencial no puede listar lo que hay allí: %1 (403). Use una con más derechos.</translation>
    </message>
    <message>
        <source>The %1 was refused (401). Enter the right one.</source>
        <translation>La credencial se rechazó: %1 (401). Introduzca la correcta.</translation>
    </message>
    <message>
        <source>The %1 “%2” is %3.</source>
        <translation>%1 “%2”: %3.</translation>
    </message>
    <message>
        <source>The %1 “%2” says %3: no messages come or go until it is connected again.</source>
        <translation>%1 “%2” dice %3: no entran ni salen mensajes hasta que se conecte de nuevo.</translation>
    </message>
    <message>
        <source>The Graph API answered HTTP %1 (error %2).</source>
        <translation>La Graph API respondió HTTP %1 (error %2).</translation>
    </message>
    <message>
        <source>The Graph API does not know version %1 (error %2). Enter one that it has.</source>
        <translation>La Graph API no conoce la versión %1 (error %2). Introduzca una que tenga.</translation>
    </message>
    <message>
        <source>The access token is wrong, was revoked or has run out (error %1). Make one of a system user, which does not run out.</source>
        <translation>El token de acceso está mal, se revocó o ha caducado (error %1). Cree uno de un usuario del sistema, que no caduca.</translation>
    </message>
    <message>
        <source>The access token lacks a permission (error %1). It needs whatsapp_business_management for this account.</source>
        <translation>Al token de acceso le falta un permiso (error %1). Necesita whatsapp_business_management para esta cuenta.</translation>
    </message>
    <message>
        <source>The access token may not read this number (403).</source>
        <translation>El token de acceso no puede leer este número (403).</translation>
    </message>
    <message>
        <source>The access token was accepted.</source>
        <translation>El token de acceso se aceptó.</translation>
    </message>
    <message>
        <source>The access token was refused (401).</source>
        <translation>El token de acceso se rechazó (401).</translation>
    </message>
    <message>
        <source>The app has asked too often (error %1). Try again in an hour.</source>
        <translation>La app ha preguntado con demasiada frecuencia (error %1). Inténtelo otra vez dentro de una hora.</translation>
    </message>
    <message>
        <source>The certificate is %1 and good until %2. SHA-256 %3.</source>
        <translation>El certificado es %1 y válido hasta el %2. SHA-256 %3.</translation>
    </message>
    <message>
        <source>The certificate is %1, and runs out soon, on %2. SHA-256 %3.</source>
        <translation>El certificado es %1, y caduca pronto, el %2. SHA-256 %3.</translation>
    </message>
    <message>
        <source>The certificate is %1, but it has run out on %2. SHA-256 %3.</source>
        <translation>El certificado es %1, pero caducó el %2. SHA-256 %3.</translation>
    </message>
    <message>
        <source>The certificate is one of Barograph&apos;s own making, which a public service does not accept. Use one of a public CA, or a tunnel or proxy that has one.</source>
        <translation>El certificado lo creó el propio Barograph, y un servicio público no lo acepta. Use uno de una CA pública, o un túnel o proxy que tenga uno.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2. Nothing was sent. Its SHA-256 is %3. Compare it with the node&apos;s own; if it is the same, pin it.</source>
        <translation>El certificado de %1 no es de confianza: %2. No se envió nada. Su SHA-256 es %3. Compárelo con el del nodo; si es el mismo, fíjelo.</translation>
    </message>
    <message>
        <source>The configuration is in %1. It holds no secrets.</source>
        <translation>La configuración está en %1. No contiene secretos.</translation>
    </message>
    <message>
        <source>The credentials were accepted.</source>
        <translation>Las credenciales se aceptaron.</translation>
    </message>
    <message>
        <source>The device says %1.</source>
        <translation>El dispositivo dice %1.</translation>
    </message>
    <message>
        <source>The handshake with which Meta makes sure of an address was answered HTTP %1 and not with its challenge. Another program may have taken the port.</source>
        <translation>El saludo con el que Meta se asegura de una dirección se respondió con HTTP %1 y no con su desafío. Puede que otro programa se haya hecho con el puerto.</translation>
    </message>
    <message>
        <source>The id &quot;%1&quot; is taken by %2. Choose another one.</source>
        <translation>El id &quot;%1&quot; ya lo usa %2. Elija otro.</translation>
    </message>
    <message>
        <source>The listener answered HTTP %1, which it should not. Another program may have taken its port.</source>
        <translation>El receptor respondió HTTP %1, y no debería. Puede que otro programa se haya hecho con su puerto.</translation>
    </message>
    <message>
        <source>The listener answers, and turned the test away because only a client with the right certificate may send here. Whether the node gets through shows with its first event.</source>
        <translation>El receptor responde, y rechazó la prueba porque aquí solo puede enviar un cliente con el certificado correcto. Si el nodo logra pasar se verá con su primer evento.</translation>
    </message>
    <message>
        <source>The listener answers, and turned the test away because this machine is not among the allowed addresses. Whether the node gets through shows with its first event.</source>
        <translation>El receptor responde, y rechazó la prueba porque esta máquina no está entre las direcciones permitidas. Si el nodo logra pasar se verá con su primer evento.</translation>
    </message>
    <message>
        <source>The listener is there but takes nothing at present (503): the secrets are locked, or the disk cannot be written. The banner says which.</source>
        <translation>El receptor está ahí pero ahora no acepta nada (503): los secretos están bloqueados, o no se puede escribir en el disco. La banda de aviso dice cuál de los dos.</translation>
    </message>
    <message>
        <source>The listener turned the test away (401), as it will the node&apos;s callbacks: this route asks for a proof, and no webhook secret is stored. Enter it.</source>
        <translation>El receptor rechazó la prueba (401), como hará con los callbacks del nodo: esta ruta pide una prueba, y no hay ningún secreto de webhook guardado. Introdúzcalo.</translation>
    </message>
    <message>
        <source>The listener turned the test away (401): the stored webhook secret is not the one it compares with. Enter it again.</source>
        <translation>El receptor rechazó la prueba (401): el secreto de webhook guardado no es aquel con el que compara. Introdúzcalo otra vez.</translation>
    </message>
    <message>
        <source>The monitoring key was accepted. Without a password, settings stay unknown and callbacks cannot be switched.</source>
        <translation>La clave de monitorización se aceptó. Sin contraseña, los ajustes siguen sin conocerse y los callbacks no se pueden cambiar.</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved. Check how it is written, and this machine&apos;s DNS.</source>
        <translation>El nombre %1 no se puede resolver. Compruebe cómo está escrito, y el DNS de esta máquina.</translation>
    </message>
    <message>
        <source>The node demands another password at the first login. The test changes nothing: it becomes the new password that you entered as soon as the node is saved.</source>
        <translation>El nodo exige otra contraseña en el primer inicio de sesión. La prueba no cambia nada: será la contraseña nueva que introdujo en cuanto se guarde el nodo.</translation>
    </message>
    <message>
        <source>The node says that it has %1 shard(s), %2 were entered. Take over what it says.</source>
        <translation>El nodo dice que tiene %1 shard(s); se introdujeron %2. Tome lo que él dice.</translation>
    </message>
    <message>
        <source>The node still has its first password and demands another one. Enter a new password beside it, and it is changed when the node is saved.</source>
        <translation>El nodo tiene aún su primera contraseña y exige otra. Introduzca una contraseña nueva al lado, y se cambia cuando se guarde el nodo.</translation>
    </message>
    <message>
        <source>The number is there (%1).</source>
        <translation>El número está ahí (%1).</translation>
    </message>
    <message>
        <source>The number of “%1” (%2).</source>
        <translation>El número de “%1” (%2).</translation>
    </message>
    <message>
        <source>The password of %1 was refused (401). Enter the right one.</source>
        <translation>La contraseña de %1 se rechazó (401). Introduzca la correcta.</translation>
    </message>
    <message>
        <source>The system&apos;s proxy %1 looks the name up.</source>
        <translation>El proxy del sistema %1 resuelve el nombre.</translation>
    </message>
    <message>
        <source>The test took longer than %1 s and was given up. The node may be overloaded.</source>
        <translation>La prueba tardó más de %1 s y se abandonó. Puede que el nodo esté sobrecargado.</translation>
    </message>
    <message>
        <source>The token was accepted.</source>
        <translation>El token se aceptó.</translation>
    </message>
    <message>
        <source>The webhook listener does not listen at present, so there is no address yet. The banner says why.</source>
        <translation>El receptor de webhooks no escucha en este momento, así que aún no hay dirección. La banda de aviso dice por qué.</translation>
    </message>
    <message>
        <source>The webhook listener does not listen at present. The banner says why.</source>
        <translation>El receptor de webhooks no escucha en este momento. La banda de aviso dice por qué.</translation>
    </message>
    <message>
        <source>Then subscribe that app to the account, with its token: a copy, the bot&apos;s app keeps getting everything. While Barograph does not answer, Meta repeats to all apps, the bot&apos;s too</source>
        <translation>Después suscriba esa app a la cuenta, con su token: es una copia, la app del bot sigue recibiéndolo todo. Mientras Barograph no responda, Meta repite a todas las apps, también a la del bot</translation>
    </message>
    <message>
        <source>There is no %1 yet. Make one there and connect its number.</source>
        <translation>Aún no existe (%1). Cree una entrada allí y conecte su número.</translation>
    </message>
    <message>
        <source>There is no %1 “%2”. Found: %3.</source>
        <translation>No existe (%1 “%2”). Encontrado: %3.</translation>
    </message>
    <message>
        <source>There is no API for this. In the console: Project, Webhook; enter it as “Event webhook” and, where the bot does not need that one, as “Global webhook”. Switch “Retry” on</source>
        <translation>Para esto no hay API. En la consola: Project, Webhook; introdúzcala como “Event webhook” y, donde el bot no necesite ese, como “Global webhook”. Active “Retry”</translation>
    </message>
    <message>
        <source>There is no access token. Enter one that may read the number (whatsapp_business_management).</source>
        <translation>No hay token de acceso. Introduzca uno que pueda leer el número (whatsapp_business_management).</translation>
    </message>
    <message>
        <source>There is no address. Enter it like https://10.0.0.5:9090. A node without one is known by its webhooks only, and there is nothing to test.</source>
        <translation>No hay dirección. Introdúzcala como https://10.0.0.5:9090. Un nodo sin dirección solo se conoce por sus webhooks, y no hay nada que probar.</translation>
    </message>
    <message>
        <source>There is no node &quot;%1&quot; in the configuration any more. It was removed meanwhile.</source>
        <translation>Ya no hay ningún nodo &quot;%1&quot; en la configuración. Se quitó mientras tanto.</translation>
    </message>
    <message>
        <source>There is no password. Enter the one of %1, or at least the monitoring key (WA_API_KEY).</source>
        <translation>No hay contraseña. Introduzca la de %1, o al menos la clave de monitorización (WA_API_KEY).</translation>
    </message>
    <message>
        <source>There is no phone number id %1 that this token can see (error %2). Check the id: it is not the phone number itself.</source>
        <translation>No hay ningún id de número de teléfono %1 que este token pueda ver (error %2). Compruebe el id: no es el propio número de teléfono.</translation>
    </message>
    <message>
        <source>There is no such address at what answers on that port (404). Another program may have taken it, or the node was removed just now.</source>
        <translation>No existe esa dirección en lo que responde en ese puerto (404). Puede que otro programa se haya hecho con él, o que el nodo se acabe de quitar.</translation>
    </message>
    <message>
        <source>There is no token. Enter the project&apos;s API token.</source>
        <translation>No hay token. Introduzca el token de API del proyecto.</translation>
    </message>
    <message>
        <source>This is not %1</source>
        <translation>Esto no es %1</translation>
    </message>
    <message>
        <source>This is not the answer of %1.</source>
        <translation>Esta no es la respuesta de %1.</translation>
    </message>
    <message>
        <source>This is not the answer of Picky Assist.</source>
        <translation>Esta no es la respuesta de Picky Assist.</translation>
    </message>
    <message>
        <source>This is not the answer of the Graph API.</source>
        <translation>Esta no es la respuesta de la Graph API.</translation>
    </message>
    <message>
        <source>Version %1 of the Graph API is not served any more (error %2). Enter a newer one.</source>
        <translation>La versión %1 de la Graph API ya no se sirve (error %2). Introduzca una más nueva.</translation>
    </message>
    <message>
        <source>What was changed under %1 takes effect when Barograph is started again.</source>
        <translation>Lo que se cambió en %1 tiene efecto cuando se inicie Barograph de nuevo.</translation>
    </message>
    <message>
        <source>Which number is not said. Enter its phone number id.</source>
        <translation>No se dice qué número es. Introduzca su id de número de teléfono.</translation>
    </message>
    <message>
        <source>With its id, its webhook address changed: set the new one at the node. What was counted so far stays under the old id, &quot;%1&quot;.</source>
        <translation>Con su id cambió su dirección de webhook: ponga la nueva en el nodo. Lo contado hasta ahora se queda con el id anterior, &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>a GOWA server</source>
        <translation>un servidor GOWA</translation>
    </message>
    <message>
        <source>a WAHA server</source>
        <translation>un servidor WAHA</translation>
    </message>
    <message>
        <source>an Evolution API server</source>
        <translation>un servidor Evolution API</translation>
    </message>
    <message>
        <source>an on-premises client</source>
        <translation>un cliente local</translation>
    </message>
    <message>
        <source>being initialised: an upgrade or its database is under way</source>
        <translation>inicializándose: hay una actualización o su base de datos en curso</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>device</source>
        <translation>dispositivo</translation>
    </message>
    <message>
        <source>disconnected from WhatsApp</source>
        <translation>desconectado de WhatsApp</translation>
    </message>
    <message>
        <source>in a state that is not known</source>
        <translation>en un estado que no se conoce</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>instancia</translation>
    </message>
    <message>
        <source>login</source>
        <translation>inicio de sesión</translation>
    </message>
    <message>
        <source>monitoring key (WA_API_KEY)</source>
        <translation>clave de monitorización (WA_API_KEY)</translation>
    </message>
    <message>
        <source>not registered yet</source>
        <translation>aún sin registrar</translation>
    </message>
    <message>
        <source>nothing about its state</source>
        <translation>nada de su estado</translation>
    </message>
    <message>
        <source>of the CA in %1</source>
        <translation>de la CA de %1</translation>
    </message>
    <message>
        <source>session</source>
        <translation>sesión</translation>
    </message>
    <message>
        <source>the order of the nodes changed</source>
        <translation>cambió el orden de los nodos</translation>
    </message>
    <message>
        <source>the pinned one</source>
        <translation>el fijado</translation>
    </message>
    <message>
        <source>trusted by this system</source>
        <translation>de confianza para este sistema</translation>
    </message>
    <message>
        <source>user name or password</source>
        <translation>nombre de usuario o contraseña</translation>
    </message>
</context>
<context>
    <name>barograph::SetupFlow</name>
    <message>
        <source>&amp;Leave the demo</source>
        <translation>&amp;Salir de la demostración</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Its history is kept, and so are reports on it. Webhooks that it goes on sending will be refused.</source>
        <translation>Su historial se conserva, y también sus informes. Los webhooks que siga enviando se rechazarán.</translation>
    </message>
    <message>
        <source>Leave the demo?</source>
        <translation>¿Salir de la demostración?</translation>
    </message>
    <message>
        <source>Numbers that are added to it are forgotten when it closes. Leave it and add a number to your own configuration?</source>
        <translation>Los números que se le añadan se olvidan cuando se cierre. ¿Salir de ella y añadir un número a su propia configuración?</translation>
    </message>
    <message>
        <source>Remove %1 from the configuration?</source>
        <translation>¿Quitar %1 de la configuración?</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Quitar %1?</translation>
    </message>
    <message>
        <source>Remove its stored &amp;passwords and keys too</source>
        <translation>Quitar también sus &amp;contraseñas y claves guardadas</translation>
    </message>
    <message>
        <source>This is the demo.</source>
        <translation>Esto es la demostración.</translation>
    </message>
</context>
<context>
    <name>barograph::ShortcutSheet</name>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message numerus="yes">
        <source>%n shortcuts</source>
        <translation>
            <numerusform>%n atajo</numerusform>
            <numerusform>%n atajos</numerusform>
        </translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>En la ventana</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Nothing fits what you search.</source>
        <translation>Nada coincide con lo que busca.</translation>
    </message>
    <message>
        <source>Search the keys and what they do</source>
        <translation>Buscar las teclas y lo que hacen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>barograph::ShownValue</name>
    <message>
        <source>Estimated: %1.</source>
        <translation>Estimado: %1.</translation>
    </message>
    <message>
        <source>Its callbacks are switched off, so nothing can be said about it.</source>
        <translation>Sus callbacks están desactivados, así que no se puede decir nada de ello.</translation>
    </message>
    <message>
        <source>Measured: %1.</source>
        <translation>Medido: %1.</translation>
    </message>
    <message>
        <source>Nothing has told this yet. It is not zero.</source>
        <translation>Nada lo ha dicho todavía. No es cero.</translation>
    </message>
    <message>
        <source>Stale: %1, last told %2.</source>
        <translation>Desactualizado: %1, dicho por última vez %2.</translation>
    </message>
    <message>
        <source>This kind of node cannot tell it.</source>
        <translation>Este tipo de nodo no puede decirlo.</translation>
    </message>
</context>
<context>
    <name>barograph::SideWindow</name>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Sobrescribir</translation>
    </message>
    <message>
        <source>Overwrite the file?</source>
        <translation>¿Sobrescribir el archivo?</translation>
    </message>
</context>
<context>
    <name>barograph::Silence</name>
    <message>
        <source>Its setting %1 was changed, seen %2.</source>
        <translation>Su ajuste %1 se cambió, visto %2.</translation>
    </message>
    <message>
        <source>No %1 for %2; at this hour there are usually some within %3. Check the way of the webhooks to here, and the bot.</source>
        <translation>Nada de esto desde hace %2: %1; a esta hora suele haber algo en %3. Compruebe el camino de los webhooks hasta aquí, y el bot.</translation>
    </message>
    <message>
        <source>The node calls its webhook and fails: %1 of %2 calls in the last %3, and none arrived here. Check webhooks.url, and whether the node reaches and trusts this address.</source>
        <translation>El nodo llama a su webhook y falla: %1 de %2 llamadas en los últimos %3, y no llegó ninguna aquí. Compruebe webhooks.url, y si el nodo llega a esta dirección y confía en ella.</translation>
    </message>
    <message numerus="yes">
        <source>The node made %1 callback(s) in the last %2 and says that they were taken, but none arrived here. Check webhooks.url and whatever passes its webhooks on.</source>
        <translation>
            <numerusform>El nodo hizo %1 callback en los últimos %2 y dice que se aceptó, pero no llegó ninguno aquí. Compruebe webhooks.url y lo que reenvíe sus webhooks.</numerusform>
            <numerusform>El nodo hizo %1 callbacks en los últimos %2 y dice que se aceptaron, pero no llegó ninguno aquí. Compruebe webhooks.url y lo que reenvíe sus webhooks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The node sent %1 message(s) in the last %2, and no webhook arrived here. Check webhooks.url and whatever passes its webhooks on.</source>
        <translation>
            <numerusform>El nodo envió %1 mensaje en los últimos %2, y no llegó ningún webhook aquí. Compruebe webhooks.url y lo que reenvíe sus webhooks.</numerusform>
            <numerusform>El nodo envió %1 mensajes en los últimos %2, y no llegó ningún webhook aquí. Compruebe webhooks.url y lo que reenvíe sus webhooks.</numerusform>
        </translation>
    </message>
    <message>
        <source>delivery receipts</source>
        <translation>acuses de entrega</translation>
    </message>
    <message>
        <source>read receipts</source>
        <translation>acuses de lectura</translation>
    </message>
    <message>
        <source>received messages</source>
        <translation>mensajes recibidos</translation>
    </message>
    <message>
        <source>sent messages</source>
        <translation>mensajes enviados</translation>
    </message>
</context>
<context>
    <name>barograph::Situation</name>
    <message>
        <source>%1 is at %2 of %3 TPS for %4</source>
        <translation>%1 está al %2 de %3 TPS desde hace %4</translation>
    </message>
    <message>
        <source>%1 is at %2 of %3 TPS</source>
        <translation>%1 está al %2 de %3 TPS</translation>
    </message>
    <message>
        <source>%1 is at least at %2 of %3 TPS for %4</source>
        <translation>%1 está al menos al %2 de %3 TPS desde hace %4</translation>
    </message>
    <message>
        <source>%1 is at least at %2 of %3 TPS</source>
        <translation>%1 está al menos al %2 de %3 TPS</translation>
    </message>
    <message>
        <source>%1 is connected, but silent: %2</source>
        <translation>%1 está conectado, pero en silencio: %2</translation>
    </message>
    <message>
        <source>%1 is degraded: %2</source>
        <translation>%1 está degradado: %2</translation>
    </message>
    <message>
        <source>%1 is down: %2</source>
        <translation>%1 está caído: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n number(s) are well; of the rest nothing is known</source>
        <translation>
            <numerusform>%1 de %n número está bien; del resto no se sabe nada</numerusform>
            <numerusform>%1 de %n números están bien; del resto no se sabe nada</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 TPS, %4 of the budget</source>
        <translation>%1: %2 de %3 TPS, %4 del presupuesto</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: about %2 of %3 TPS, %4 of the budget</source>
        <translation>%1: unos %2 de %3 TPS, %4 del presupuesto</translation>
    </message>
    <message>
        <source>%1: nothing can be said about what happens now</source>
        <translation>%1: no se puede decir nada de lo que ocurre ahora</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>%1; %n storm(s) within it</source>
        <translation>
            <numerusform>%1; %n tormenta dentro de él</numerusform>
            <numerusform>%1; %n tormentas dentro de él</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is well with %n number(s)</source>
        <translation>
            <numerusform>Todo va bien con %n número</numerusform>
            <numerusform>Todo va bien con %n números</numerusform>
        </translation>
    </message>
    <message>
        <source>All numbers are switched off</source>
        <translation>Todos los números están desactivados</translation>
    </message>
    <message>
        <source>Events cannot be stored and are refused, so no count goes on</source>
        <translation>Los eventos no se pueden guardar y se rechazan, así que no avanza ninguna cuenta</translation>
    </message>
    <message>
        <source>No number is watched yet</source>
        <translation>Aún no se vigila ningún número</translation>
    </message>
    <message>
        <source>No webhooks can be received, so nothing can be said about the traffic of any number</source>
        <translation>No se pueden recibir webhooks, así que no se puede decir nada del tráfico de ningún número</translation>
    </message>
    <message>
        <source>Nothing has been counted yet</source>
        <translation>Aún no se ha contado nada</translation>
    </message>
    <message>
        <source>Nothing is known of %1 yet: %2</source>
        <translation>Aún no se sabe nada de %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is known yet of %n number(s)</source>
        <translation>
            <numerusform>Aún no se sabe nada de %n número</numerusform>
            <numerusform>Aún no se sabe nada de %n números</numerusform>
        </translation>
    </message>
    <message>
        <source>The data are %1 old</source>
        <translation>Los datos son de hace %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n number(s) need attention: %1</source>
        <translation>
            <numerusform>y %n número requiere atención: %1</numerusform>
            <numerusform>y %n números requieren atención: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n number(s) needed attention: %1</source>
        <translation>
            <numerusform>y %n número requirió atención: %1</numerusform>
            <numerusform>y %n números requirieron atención: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s) need attention: %1</source>
        <translation>
            <numerusform>y %n más requiere atención: %1</numerusform>
            <numerusform>y %n más requieren atención: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>incoming fills in %1</source>
        <translation>la entrada se llena en %1</translation>
    </message>
    <message>
        <source>the incoming queue is full and messages are being lost</source>
        <translation>la cola de entrada está llena y se están perdiendo mensajes</translation>
    </message>
</context>
<context>
    <name>barograph::SituationBar</name>
    <message>
        <source>Opens this number.</source>
        <translation>Abre este número.</translation>
    </message>
    <message>
        <source>What matters now: %1</source>
        <translation>Lo que importa ahora: %1</translation>
    </message>
    <message>
        <source>What matters now</source>
        <translation>Lo que importa ahora</translation>
    </message>
</context>
<context>
    <name>barograph::SpendBar</name>
    <message>
        <source>Budget spent over time</source>
        <translation>Presupuesto gastado a lo largo del tiempo</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>después de %1</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>presupuesto</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>durante %1</translation>
    </message>
    <message>
        <source>receipts, above other traffic</source>
        <translation>acuses, por encima del otro tráfico</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
</context>
<context>
    <name>barograph::StartPlace</name>
    <message>
        <source>Another Barograph (process %2) already writes to %1 and does not show its window: it does not answer. Wait for it or end it and try again, or start this one with another folder (--data FOLDER).</source>
        <translation>Otro Barograph (proceso %2) ya escribe en %1 y no muestra su ventana: no responde. Espere o termínelo e inténtelo otra vez, o inicie este con otra carpeta (--data CARPETA).</translation>
    </message>
    <message>
        <source>Another Barograph already writes to %1 and does not show its window: it does not answer. Wait for it or end it and try again, or start this one with another folder (--data FOLDER).</source>
        <translation>Otro Barograph ya escribe en %1 y no muestra su ventana: no responde. Espere o termínelo e inténtelo otra vez, o inicie este con otra carpeta (--data CARPETA).</translation>
    </message>
</context>
<context>
    <name>barograph::StartTrouble</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Volver a intentarlo</translation>
    </message>
    <message>
        <source>Barograph cannot start.</source>
        <translation>Barograph no puede iniciarse.</translation>
    </message>
    <message>
        <source>Barograph cannot start</source>
        <translation>Barograph no puede iniciarse</translation>
    </message>
</context>
<context>
    <name>barograph::StateNews</name>
    <message>
        <source>%1 is now: %2.</source>
        <translation>%1 está ahora así: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n more numbers have changed.</source>
        <translation>
            <numerusform>%n número más ha cambiado.</numerusform>
            <numerusform>%n números más han cambiado.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::StatusSummary</name>
    <message>
        <source>%1 counted · %2 redelivered · %3 rejected · %4 apart</source>
        <translation>%1 contados · %2 reentregados · %3 rechazados · %4 aparte</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 rechazadas</translation>
    </message>
    <message numerus="yes">
        <source>%n open connection(s). The secret at the end is not shown.</source>
        <translation>
            <numerusform>%n conexión abierta. El secreto del final no se muestra.</numerusform>
            <numerusform>%n conexiones abiertas. El secreto del final no se muestra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) were refused as a whole.</source>
        <translation>
            <numerusform>Se rechazó %n solicitud entera.</numerusform>
            <numerusform>Se rechazaron %n solicitudes enteras.</numerusform>
        </translation>
    </message>
    <message>
        <source>Age of the data</source>
        <translation>Antigüedad de los datos</translation>
    </message>
    <message>
        <source>Copies the webhook address of the chosen number, with its secret, to the clipboard.</source>
        <translation>Copia al portapapeles la dirección de webhook del número elegido, con su secreto.</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Data %1 old</source>
        <translation>Datos de hace %1</translation>
    </message>
    <message>
        <source>Encrypted. SHA-256 of the certificate: %1</source>
        <translation>Cifrado. SHA-256 del certificado: %1</translation>
    </message>
    <message>
        <source>Events since the journal begins</source>
        <translation>Eventos desde que empieza el diario</translation>
    </message>
    <message>
        <source>NO NEW DATA for %1</source>
        <translation>SIN DATOS NUEVOS desde hace %1</translation>
    </message>
    <message>
        <source>Not encrypted.</source>
        <translation>Sin cifrar.</translation>
    </message>
    <message>
        <source>Not receiving webhooks yet</source>
        <translation>Aún no recibe webhooks</translation>
    </message>
    <message>
        <source>Not receiving webhooks</source>
        <translation>No se reciben webhooks</translation>
    </message>
    <message>
        <source>Requests refused in this run</source>
        <translation>Solicitudes rechazadas en esta ejecución</translation>
    </message>
    <message>
        <source>Requests that were turned away in this run, before anything of them was read. Latest first:</source>
        <translation>Solicitudes que se rechazaron en esta ejecución, antes de leer nada de ellas. Primero las últimas:</translation>
    </message>
    <message>
        <source>Time since the values on screen were taken.</source>
        <translation>Tiempo desde que se tomaron los valores de la pantalla.</translation>
    </message>
    <message>
        <source>Webhooks at %1%2:%3%4</source>
        <translation>Webhooks en %1%2:%3%4</translation>
    </message>
    <message>
        <source>adds up</source>
        <translation>la suma cuadra</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>copiado</translation>
    </message>
    <message>
        <source>does not add up</source>
        <translation>la suma no cuadra</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::Storage</name>
    <message>
        <source>%1 cannot be opened. Check that its folder exists and that you may use it.</source>
        <translation>%1 no se puede abrir. Compruebe que su carpeta exista y que se pueda usar.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Give yourself write permission on it and on its folder.</source>
        <translation>%1 no se puede escribir. Dese permiso de escritura en él y en su carpeta.</translation>
    </message>
    <message>
        <source>%1 has another format than this program&apos;s.</source>
        <translation>%1 tiene un formato distinto del de este programa.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2), and no new one could be begun in its place. Save again in a moment.</source>
        <translation>%1 está dañado (%2), y no se pudo empezar uno nuevo en su lugar. Guarde otra vez dentro de un momento.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). Start Barograph: it puts the file aside and begins a new one.</source>
        <translation>%1 está dañado (%2). Inicie Barograph: aparta el archivo y empieza uno nuevo.</translation>
    </message>
    <message>
        <source>%1 is damaged and cannot be renamed. Move it away yourself.</source>
        <translation>%1 está dañado y no se puede renombrar. Apártelo a mano.</translation>
    </message>
    <message>
        <source>%1 is damaged: its intact batches are used, the original was moved to %2.</source>
        <translation>%1 está dañado: se usan sus lotes intactos, el original se movió a %2.</translation>
    </message>
    <message>
        <source>%1 was damaged (%2). It was kept as %3 and a new history was begun; older reports need the kept file.</source>
        <translation>%1 estaba dañado (%2). Se conservó como %3 y se empezó un historial nuevo; los informes más antiguos necesitan el archivo conservado.</translation>
    </message>
    <message>
        <source>%1 was made by a newer Barograph (%2). Update Barograph, or move the file away.</source>
        <translation>%1 lo creó un Barograph más nuevo (%2). Actualice Barograph, o aparte el archivo.</translation>
    </message>
    <message>
        <source>%1 was made by an older Barograph. Start this Barograph once: it brings the file up to date.</source>
        <translation>%1 lo creó un Barograph más antiguo. Inicie este Barograph una vez: actualiza el archivo.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Barograph. Use that version, or another data folder.</source>
        <translation>%1 lo escribió un Barograph más nuevo. Use esa versión, u otra carpeta de datos.</translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es) are missing before %1.</source>
        <translation>
            <numerusform>Falta %n lote antes de %1.</numerusform>
            <numerusform>Faltan %n lotes antes de %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Barograph already writes to %1, perhaps with its window closed into the tray. Use that one or quit it, or start this one with another folder (--data FOLDER).</source>
        <translation>Otro Barograph ya escribe en %1, quizá con su ventana cerrada en la bandeja. Use ese o salga de él, o inicie este con otra carpeta (--data CARPETA).</translation>
    </message>
    <message>
        <source>Another program holds %1 locked. Close other programs that have it open.</source>
        <translation>Otro programa tiene %1 bloqueado. Cierre otros programas que lo tengan abierto.</translation>
    </message>
    <message>
        <source>Check the folder and its disk.</source>
        <translation>Compruebe la carpeta y su disco.</translation>
    </message>
    <message>
        <source>Could not %1 %2: %3. Check the folder and its disk.</source>
        <translation>No se pudo %1 %2: %3. Compruebe la carpeta y su disco.</translation>
    </message>
    <message>
        <source>Could not %1: %2. %3</source>
        <translation>No se pudo %1: %2. %3</translation>
    </message>
    <message>
        <source>Could not copy the damaged %1 to %2. Free some space on the disk.</source>
        <translation>No se pudo copiar %1, que está dañado, a %2. Libere espacio en el disco.</translation>
    </message>
    <message>
        <source>Could not make or write the folder %1. Check its permissions and its disk.</source>
        <translation>No se pudo crear la carpeta %1 o escribir en ella. Compruebe sus permisos y su disco.</translation>
    </message>
    <message>
        <source>Could not make or write the folder %1. Check permissions and disk.</source>
        <translation>No se pudo crear la carpeta %1 o escribir en ella. Compruebe los permisos y el disco.</translation>
    </message>
    <message>
        <source>Could not make the folder %1. Check permissions and disk.</source>
        <translation>No se pudo crear la carpeta %1. Compruebe los permisos y el disco.</translation>
    </message>
    <message>
        <source>Make the folder writable for the user who runs Barograph.</source>
        <translation>Haga que el usuario que ejecuta Barograph pueda escribir en la carpeta.</translation>
    </message>
    <message>
        <source>Nothing is recorded of &quot;%1&quot;, nor of any other node yet. Let Barograph receive webhooks first.</source>
        <translation>No hay nada registrado de &quot;%1&quot;, ni aún de ningún otro nodo. Deje primero que Barograph reciba webhooks.</translation>
    </message>
    <message>
        <source>Nothing is recorded of a node &quot;%1&quot;. Recorded nodes: %2.</source>
        <translation>No hay nada registrado de un nodo &quot;%1&quot;. Nodos registrados: %2.</translation>
    </message>
    <message>
        <source>SQLite refused an operation on %1: %2. Please report this.</source>
        <translation>SQLite rechazó una operación en %1: %2. Informe de esto, por favor.</translation>
    </message>
    <message>
        <source>The disk failed while %1 was being used (%2). Check the disk and the space left on it.</source>
        <translation>El disco falló mientras se usaba %1 (%2). Compruebe el disco y el espacio que queda en él.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; storing goes on by itself.</source>
        <translation>El disco está lleno. Libere espacio; el guardado continúa por sí solo.</translation>
    </message>
    <message>
        <source>The disk reports a fault. Check it; storing is tried again every second.</source>
        <translation>El disco indica un fallo. Compruébelo; se intenta guardar otra vez cada segundo.</translation>
    </message>
    <message>
        <source>The disk with %1 is full. Free some space, then save again.</source>
        <translation>El disco con %1 está lleno. Libere espacio y guarde otra vez.</translation>
    </message>
    <message>
        <source>The disk with %1 is full. Free some space; writing is tried again by itself.</source>
        <translation>El disco con %1 está lleno. Libere espacio; se intenta escribir otra vez de forma automática.</translation>
    </message>
    <message>
        <source>The range holds %1 busy seconds, more than a report can take (%2). Choose a shorter range.</source>
        <translation>El intervalo contiene %1 segundos con actividad, más de los que admite un informe (%2). Elija un intervalo más corto.</translation>
    </message>
    <message>
        <source>The range is empty. Choose an end after its beginning.</source>
        <translation>El intervalo está vacío. Elija un final posterior a su comienzo.</translation>
    </message>
    <message>
        <source>There is no history in %1 yet. Start Barograph and let it receive webhooks first.</source>
        <translation>Aún no hay historial en %1. Inicie Barograph y deje primero que reciba webhooks.</translation>
    </message>
    <message>
        <source>There is no history in %1 yet.</source>
        <translation>Aún no hay historial en %1.</translation>
    </message>
    <message>
        <source>There was not enough memory to use %1. Close other programs.</source>
        <translation>No hubo suficiente memoria para usar %1. Cierre otros programas.</translation>
    </message>
    <message>
        <source>Too many files are open. Raise the limit of open files.</source>
        <translation>Hay demasiados archivos abiertos. Aumente el límite de archivos abiertos.</translation>
    </message>
    <message>
        <source>Too many notes wait to be written to %1. Try again in a moment.</source>
        <translation>Demasiadas notas esperan a escribirse en %1. Inténtelo dentro de un momento.</translation>
    </message>
    <message>
        <source>What was learnt from earlier group storms (%1) cannot be read: %2. Forecasts start anew.</source>
        <translation>Lo aprendido de tormentas de grupo anteriores (%1) no se puede leer: %2. Los pronósticos empiezan de nuevo.</translation>
    </message>
    <message>
        <source>What was learnt from group storms cannot be written to %1: %2. Free some space or check the folder&apos;s permissions; forecasts go on meanwhile.</source>
        <translation>Lo aprendido de tormentas de grupo no se puede escribir en %1: %2. Libere espacio o compruebe los permisos de la carpeta; mientras tanto los pronósticos continúan.</translation>
    </message>
    <message>
        <source>another program is migrating it</source>
        <translation>otro programa lo está migrando</translation>
    </message>
    <message>
        <source>begin the journal file %1</source>
        <translation>empezar el archivo de diario %1</translation>
    </message>
    <message>
        <source>cut off the torn end of</source>
        <translation>recortar el final incompleto de</translation>
    </message>
    <message>
        <source>it is of another version</source>
        <translation>es de otra versión</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es demasiado grande</translation>
    </message>
    <message>
        <source>lock %1</source>
        <translation>bloquear %1</translation>
    </message>
    <message>
        <source>make the journal in %1 durable</source>
        <translation>hacer duradero el diario en %1</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>no hay carpeta</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>abrir %1</translation>
    </message>
    <message>
        <source>read</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>remove the old file %1</source>
        <translation>quitar el archivo antiguo %1</translation>
    </message>
    <message>
        <source>sync the folder %1</source>
        <translation>sincronizar la carpeta %1</translation>
    </message>
    <message>
        <source>write the readable part of</source>
        <translation>escribir la parte legible de</translation>
    </message>
    <message>
        <source>write to the journal in %1</source>
        <translation>escribir en el diario en %1</translation>
    </message>
</context>
<context>
    <name>barograph::Storm</name>
    <message>
        <source>%1 if all read at once</source>
        <translation>%1 si todos leen a la vez</translation>
    </message>
    <message>
        <source>Answers to people would be up to %1 late meanwhile. Send to a few groups at a time, or when less is going on.</source>
        <translation>Las respuestas a personas llegarían mientras tanto con hasta %1 de retraso. Envíe a unos pocos grupos cada vez, o cuando haya menos actividad.</translation>
    </message>
    <message>
        <source>At most: the group is not known, and it is too early to tell by who has answered.</source>
        <translation>Como máximo: el grupo no se conoce, y es pronto para saberlo por quienes han respondido.</translation>
    </message>
    <message>
        <source>By %1 when 95% of %2 receipts that are likely to come have come; in eight of ten cases between %3 and %4.</source>
        <translation>A las %1, cuando habrá llegado el 95 % de los %2 acuses que probablemente lleguen; en ocho de cada diez casos entre %3 y %4.</translation>
    </message>
    <message numerus="yes">
        <source>By earlier storms of this number %1 receipt(s) are likely.</source>
        <translation>
            <numerusform>Según tormentas anteriores de este número es probable %1 acuse.</numerusform>
            <numerusform>Según tormentas anteriores de este número son probables %1 acuses.</numerusform>
        </translation>
    </message>
    <message>
        <source>Estimated by how many have got it so far and how soon members of earlier groups did.</source>
        <translation>Estimado según cuántos lo han recibido hasta ahora y cuánto tardaron los miembros de grupos anteriores.</translation>
    </message>
    <message>
        <source>Estimated: hardly anybody new has answered lately.</source>
        <translation>Estimado: últimamente casi nadie nuevo ha respondido.</translation>
    </message>
    <message>
        <source>From %1 on it takes less than a tenth of the budget.</source>
        <translation>Desde las %1 ocupa menos de una décima parte del presupuesto.</translation>
    </message>
    <message>
        <source>How long that takes is not known, because the number&apos;s budget is not. Enter it in the number&apos;s settings.</source>
        <translation>No se sabe cuánto tarda eso, porque no se conoce el presupuesto del número. Introdúzcalo en los ajustes del número.</translation>
    </message>
    <message>
        <source>If everybody answered at once, incoming messages would be lost: only %1 can wait. Send to fewer groups at a time.</source>
        <translation>Si todos respondieran a la vez, se perderían mensajes entrantes: solo pueden esperar %1. Envíe a menos grupos cada vez.</translation>
    </message>
    <message>
        <source>If everybody answers at once, that is %1 of the budget: %2 a second, of which other traffic leaves %3.</source>
        <translation>Si todos responden a la vez, eso son %1 del presupuesto: %2 por segundo, de los que el otro tráfico deja %3.</translation>
    </message>
    <message>
        <source>Incoming messages would be lost: %1 would wait where only %2 can. Send to fewer groups at a time.</source>
        <translation>Se perderían mensajes entrantes: esperarían %1 donde solo caben %2. Envíe a menos grupos cada vez.</translation>
    </message>
    <message>
        <source>It takes less than a tenth of the budget already.</source>
        <translation>Ya ocupa menos de una décima parte del presupuesto.</translation>
    </message>
    <message numerus="yes">
        <source>Learnt from %n earlier storm(s) of this number.</source>
        <translation>
            <numerusform>Aprendido de %n tormenta anterior de este número.</numerusform>
            <numerusform>Aprendido de %n tormentas anteriores de este número.</numerusform>
        </translation>
    </message>
    <message>
        <source>More than one group has these members; all of them are equally large.</source>
        <translation>Más de un grupo tiene estos miembros; todos son igual de grandes.</translation>
    </message>
    <message>
        <source>Nothing can be said: there is no earlier storm to learn from, and the number&apos;s budget or its receipt callbacks are not known.</source>
        <translation>No se puede decir nada: no hay ninguna tormenta anterior de la que aprender, y no se conocen el presupuesto del número o sus callbacks de acuses.</translation>
    </message>
    <message>
        <source>Nothing has told this yet. It is not zero.</source>
        <translation>Nada lo ha dicho todavía. No es cero.</translation>
    </message>
    <message>
        <source>Other traffic takes the whole budget already. Wait until it is less, or send to nobody.</source>
        <translation>El otro tráfico ya ocupa todo el presupuesto. Espere a que haya menos, o no envíe a nadie.</translation>
    </message>
    <message>
        <source>The budget would carry them as they come.</source>
        <translation>El presupuesto los absorbería según llegan.</translation>
    </message>
    <message>
        <source>The node tells how many members the group has.</source>
        <translation>El nodo dice cuántos miembros tiene el grupo.</translation>
    </message>
    <message>
        <source>There is no earlier storm of this number to learn from yet, so how soon people read is not reckoned with.</source>
        <translation>Aún no hay ninguna tormenta anterior de este número de la que aprender, así que no se tiene en cuenta cuánto tarda la gente en leer.</translation>
    </message>
    <message>
        <source>There is no earlier storm to learn from. If everybody who can still answer did so at once, the budget would have carried it by %1. Late readers come later, a few at a time.</source>
        <translation>No hay ninguna tormenta anterior de la que aprender. Si todos los que aún pueden responder lo hicieran a la vez, el presupuesto lo habría absorbido a las %1. Los que leen tarde llegan después, unos pocos cada vez.</translation>
    </message>
    <message>
        <source>They would be behind for %1, with up to %2 waiting.</source>
        <translation>Se retrasarían %1, con hasta %2 en espera.</translation>
    </message>
    <message numerus="yes">
        <source>To %1 member(s) in one group: no receipts, because their callbacks are off.</source>
        <translation>
            <numerusform>A %1 miembro en un grupo: sin acuses, porque sus callbacks están desactivados.</numerusform>
            <numerusform>A %1 miembros en un grupo: sin acuses, porque sus callbacks están desactivados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %1 member(s) in one group: up to %2 deliveries and as many reads.</source>
        <translation>
            <numerusform>A %1 miembro en un grupo: hasta %2 entrega y otras tantas lecturas.</numerusform>
            <numerusform>A %1 miembros en un grupo: hasta %2 entregas y otras tantas lecturas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %1 member(s) in one group: up to %2 deliveries; reads are not told.</source>
        <translation>
            <numerusform>A %1 miembro en un grupo: hasta %2 entrega; las lecturas no se dicen.</numerusform>
            <numerusform>A %1 miembros en un grupo: hasta %2 entregas; las lecturas no se dicen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %1 member(s) in one group: up to %2 reads; deliveries are not told.</source>
        <translation>
            <numerusform>A %1 miembro en un grupo: hasta %2 lectura; las entregas no se dicen.</numerusform>
            <numerusform>A %1 miembros en un grupo: hasta %2 lecturas; las entregas no se dicen.</numerusform>
        </translation>
    </message>
    <message>
        <source>To %1 members in %2 groups: no receipts, because their callbacks are off.</source>
        <translation>A %1 miembros en %2 grupos: sin acuses, porque sus callbacks están desactivados.</translation>
    </message>
    <message>
        <source>To %1 members in %2 groups: up to %3 deliveries and as many reads.</source>
        <translation>A %1 miembros en %2 grupos: hasta %3 entregas y otras tantas lecturas.</translation>
    </message>
    <message>
        <source>To %1 members in %2 groups: up to %3 deliveries; reads are not told.</source>
        <translation>A %1 miembros en %2 grupos: hasta %3 entregas; las lecturas no se dicen.</translation>
    </message>
    <message>
        <source>To %1 members in %2 groups: up to %3 reads; deliveries are not told.</source>
        <translation>A %1 miembros en %2 grupos: hasta %3 lecturas; las entregas no se dicen.</translation>
    </message>
    <message>
        <source>What other traffic takes and what waits already is not known, and not reckoned with: it can only take longer.</source>
        <translation>Lo que consume el resto del tráfico y lo que ya espera no se conoce ni se tiene en cuenta: solo puede tardar más.</translation>
    </message>
    <message>
        <source>What other traffic takes is not known, and not reckoned with: it can only take longer.</source>
        <translation>Lo que consume el resto del tráfico no se conoce ni se tiene en cuenta: solo puede tardar más.</translation>
    </message>
    <message>
        <source>What waits already is not known, and not reckoned with: it can only take longer.</source>
        <translation>Lo que ya espera no se conoce ni se tiene en cuenta: solo puede tardar más.</translation>
    </message>
    <message>
        <source>about done, at the latest %1</source>
        <translation>casi terminada, a más tardar a las %1</translation>
    </message>
    <message>
        <source>all but done</source>
        <translation>prácticamente terminada</translation>
    </message>
    <message>
        <source>done at %1, between %2 and %3</source>
        <translation>terminada a las %1, entre %2 y %3</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>mensaje %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::StormCalculator</name>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Todos</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Ninguno</translation>
    </message>
    <message>
        <source>&amp;Other groups:</source>
        <translation>&amp;Otros grupos:</translation>
    </message>
    <message>
        <source>10 × 256</source>
        <translation>10 × 256</translation>
    </message>
    <message>
        <source>Choose at least one group.</source>
        <translation>Elija al menos un grupo.</translation>
    </message>
    <message>
        <source>Cost of a group message</source>
        <translation>Coste de un mensaje a grupos</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Groups of this number</source>
        <translation>Grupos de este número</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>No receipts are told.</source>
        <translation>No se dicen acuses.</translation>
    </message>
    <message>
        <source>Nothing chosen.</source>
        <translation>Nada elegido.</translation>
    </message>
    <message>
        <source>Other groups</source>
        <translation>Otros grupos</translation>
    </message>
    <message>
        <source>Other traffic leaves nothing of the budget.</source>
        <translation>El otro tráfico no deja nada del presupuesto.</translation>
    </message>
    <message>
        <source>The budget is not known.</source>
        <translation>El presupuesto no se conoce.</translation>
    </message>
    <message>
        <source>This number has not told which groups it has. Enter them below.</source>
        <translation>Este número no ha dicho qué grupos tiene. Introdúzcalos abajo.</translation>
    </message>
    <message>
        <source>Tick the groups, or enter others below.</source>
        <translation>Marque los grupos, o introduzca otros abajo.</translation>
    </message>
    <message>
        <source>What does one message to groups of %1 cost?</source>
        <translation>¿Cuánto cuesta un mensaje a grupos de %1?</translation>
    </message>
    <message>
        <source>Write groups as “10 × 256”: ten groups of 256 members each. Several are apart by commas.</source>
        <translation>Escriba los grupos como “10 × 256”: diez grupos de 256 miembros cada uno. Si hay varios, sepárelos con comas.</translation>
    </message>
    <message>
        <source>group without a name</source>
        <translation>grupo sin nombre</translation>
    </message>
</context>
<context>
    <name>barograph::StormList</name>
    <message>
        <source>%1, %2</source>
        <comment>group, message</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>Fan-out</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Pronóstico</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nodo</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Lecturas</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Acuses</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restantes</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
</context>
<context>
    <name>barograph::StormsPanel</name>
    <message>
        <source>%1 left: %2</source>
        <comment>time until a storm ends, its forecast</comment>
        <translation>quedan %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 de %2 (%3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 receipts seen, %2 expected in all (the wedges), %3 if everybody reads.</source>
        <translation>%1 acuses vistos, %2 esperados en total (las cuñas), %3 si todos leen.</translation>
    </message>
    <message>
        <source>No earlier storm to learn from yet: times are for everybody reading at once.</source>
        <translation>Aún no hay ninguna tormenta anterior de la que aprender: los tiempos suponen que todos leen a la vez.</translation>
    </message>
    <message>
        <source>No storm seen. Receipts of group messages come only if the node is set up to tell them.</source>
        <translation>No se ha visto ninguna tormenta. Los acuses de mensajes a grupos solo llegan si el nodo está configurado para decirlos.</translation>
    </message>
    <message>
        <source>No storm: no message is drawing receipts faster than the budget can carry.</source>
        <translation>Sin tormentas: ningún mensaje atrae acuses más rápido de lo que absorbe el presupuesto.</translation>
    </message>
    <message>
        <source>Not known: nothing can be counted for this number at present.</source>
        <translation>No se sabe: ahora no se puede contar nada de este número.</translation>
    </message>
    <message>
        <source>Not visible: this kind of node does not tell receipts of group messages, so storms cannot be seen.</source>
        <translation>No visible: este tipo de nodo no dice los acuses de mensajes a grupos, así que las tormentas no se pueden ver.</translation>
    </message>
    <message>
        <source>Receipts, minutes of the budget and what could be lost, before you send to groups.</source>
        <translation>Acuses, minutos del presupuesto y lo que se podría perder, antes de enviar a grupos.</translation>
    </message>
    <message>
        <source>Storms cannot be seen while delivered and read callbacks are off.</source>
        <translation>Las tormentas no se pueden ver mientras los callbacks de entregado y leído estén desactivados.</translation>
    </message>
    <message>
        <source>Storms</source>
        <translation>Tormentas</translation>
    </message>
    <message>
        <source>What would a message &amp;cost?</source>
        <translation>¿Cuánto &amp;costaría un mensaje?</translation>
    </message>
    <message>
        <source>an unknown number</source>
        <translation>un número desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::Taps</name>
    <message>
        <source>%1 answered HTTP %2 instead of opening a WebSocket.</source>
        <translation>%1 respondió HTTP %2 en lugar de abrir un WebSocket.</translation>
    </message>
    <message>
        <source>%1 answers no ping. If it stays silent it is connected to anew.</source>
        <translation>%1 no responde a los pings. Si sigue en silencio, se volverá a conectar.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>No se puede llegar a %1: %2.</translation>
    </message>
    <message>
        <source>%1 closed the connection (code %2).</source>
        <translation>%1 cerró la conexión (código %2).</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 cerró la conexión.</translation>
    </message>
    <message>
        <source>%1 did not get as far as sending events. Check the address and the gateway.</source>
        <translation>%1 no llegó a enviar eventos. Compruebe la dirección y la pasarela.</translation>
    </message>
    <message>
        <source>%1 has gone silent: it answers no ping.</source>
        <translation>%1 se ha quedado en silencio: no responde a ningún ping.</translation>
    </message>
    <message>
        <source>%1 has no WebSocket at this path (HTTP 404). Check the tap&apos;s address, and whether the gateway&apos;s WebSocket is switched on.</source>
        <translation>%1 no tiene ningún WebSocket en esta ruta (HTTP 404). Compruebe la dirección del tap, y si el WebSocket de la pasarela está activado.</translation>
    </message>
    <message>
        <source>%1 refused the key. Store the right one with: barograph secret --node %2 --name tap-key</source>
        <translation>%1 rechazó la clave. Guarde la correcta con: barograph secret --node %2 --name tap-key</translation>
    </message>
    <message>
        <source>%1 sent a frame of more than 4 MiB, whose events are lost. Switch media in events off (Evolution: base64).</source>
        <translation>%1 envió una trama de más de 4 MiB, cuyos eventos se pierden. Desactive los archivos multimedia en los eventos (Evolution: base64).</translation>
    </message>
    <message>
        <source>A key does not belong into an address. Remove it and store it with: barograph secret --node ID --name tap-key</source>
        <translation>Una clave no debe estar en una dirección. Quítela y guárdela con: barograph secret --node ID --name tap-key</translation>
    </message>
    <message>
        <source>Evolution does not know the instance &quot;%1&quot; here. It does from its first event after a start on, if websocket is enabled for it (POST /websocket/set/%1). Check the name.</source>
        <translation>Evolution no conoce aquí la instancia &quot;%1&quot;. La conoce desde su primer evento tras un inicio, si websocket está activado para ella (POST /websocket/set/%1). Compruebe el nombre.</translation>
    </message>
    <message>
        <source>Evolution ended the connection.</source>
        <translation>Evolution terminó la conexión.</translation>
    </message>
    <message>
        <source>Evolution refused the connection. Check the key (barograph secret --name tap-key).</source>
        <translation>Evolution rechazó la conexión. Compruebe la clave (barograph secret --name tap-key).</translation>
    </message>
    <message>
        <source>Only Evolution has instances. WAHA&apos;s session goes into the address: wss://HOST:PORT/ws?session=NAME.</source>
        <translation>Solo Evolution tiene instancias. La sesión de WAHA va en la dirección: wss://HOST:PORT/ws?session=NAME.</translation>
    </message>
    <message>
        <source>Only nodes of kind &quot;waha&quot; and &quot;evolution&quot; send their events over a WebSocket. Remove [node.tap]; docs/receiving-webhooks.md has other ways.</source>
        <translation>Solo los nodos de tipo &quot;waha&quot; y &quot;evolution&quot; envían sus eventos por un WebSocket. Quite [node.tap]; en docs/receiving-webhooks.md hay otras maneras.</translation>
    </message>
    <message>
        <source>Only wss:// (and ws:// on this machine) can be used.</source>
        <translation>Solo se puede usar wss:// (y ws:// en esta máquina).</translation>
    </message>
    <message>
        <source>Plain ws:// is accepted for this machine only (127.0.0.1, ::1, localhost), because it would show the key on the network. Use wss://.</source>
        <translation>ws:// sin cifrar solo se acepta para esta máquina (127.0.0.1, ::1, localhost), porque dejaría ver la clave en la red. Use wss://.</translation>
    </message>
    <message>
        <source>The server does not speak socket.io as Evolution does. Check the address.</source>
        <translation>El servidor no habla socket.io como Evolution. Compruebe la dirección.</translation>
    </message>
    <message>
        <source>The tap-key has spaces, control characters or letters beyond ASCII. Store it again with: barograph secret --node %1 --name tap-key</source>
        <translation>La tap-key tiene espacios, caracteres de control o letras fuera de ASCII. Guárdela otra vez con: barograph secret --node %1 --name tap-key</translation>
    </message>
    <message>
        <source>This is not a complete address. Write it like wss://10.0.0.5:3000.</source>
        <translation>Esto no es una dirección completa. Escríbala como wss://10.0.0.5:3000.</translation>
    </message>
    <message>
        <source>This is not the name of an instance.</source>
        <translation>Este no es el nombre de una instancia.</translation>
    </message>
    <message>
        <source>Which events Evolution sends is set there: POST /websocket/set/INSTANCE. Remove this key.</source>
        <translation>Qué eventos envía Evolution se pone allí: POST /websocket/set/INSTANCE. Quite esta clave.</translation>
    </message>
    <message>
        <source>Write names of WAHA&apos;s events, e.g. [&quot;message.any&quot;, &quot;message.ack&quot;].</source>
        <translation>Escriba nombres de eventos de WAHA, p. ej. [&quot;message.any&quot;, &quot;message.ack&quot;].</translation>
    </message>
</context>
<context>
    <name>barograph::TestPanel</name>
    <message>
        <source>&amp;Found there, choose one:</source>
        <translation>&amp;Encontrado allí, elija:</translation>
    </message>
    <message>
        <source>&amp;Test again</source>
        <translation>&amp;Probar otra vez</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>&amp;Probar ahora</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FALLÓ</translation>
    </message>
    <message>
        <source>Found there</source>
        <translation>Encontrado allí</translation>
    </message>
    <message>
        <source>It works. Look at what is marked.</source>
        <translation>Funciona. Mire lo que está marcado.</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Funciona.</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Aún sin probar.</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Testing. Nothing is changed at the node.</source>
        <translation>Probando. No se cambia nada en el nodo.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>La prueba se detuvo.</translation>
    </message>
    <message>
        <source>This does not work yet. Put right what failed and test again.</source>
        <translation>Esto aún no funciona. Corrija lo que falló y pruebe otra vez.</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>mírelo</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>aún sin elegir</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superado</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
</context>
<context>
    <name>barograph::TileGrid</name>
    <message>
        <source>Overview of all numbers</source>
        <translation>Resumen de todos los números</translation>
    </message>
</context>
<context>
    <name>barograph::TilePainter</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n STORM(S)</source>
        <translation>
            <numerusform>%n TORMENTA</numerusform>
            <numerusform>%n TORMENTAS</numerusform>
        </translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Retraso</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>EN PAUSA</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <source>STORM</source>
        <translation>TORMENTA</translation>
    </message>
    <message>
        <source>not all measured</source>
        <translation>no todo medido</translation>
    </message>
    <message>
        <source>nothing known of the last 10 min</source>
        <translation>no se sabe nada de los últimos 10 min</translation>
    </message>
</context>
<context>
    <name>barograph::TileReader</name>
    <message>
        <source>The history is being brought up to date. What is older than this run can be seen when that is done.</source>
        <translation>El historial se está actualizando. Lo anterior a esta ejecución podrá verse cuando termine.</translation>
    </message>
</context>
<context>
    <name>barograph::TimeChart</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 to %2, local time (%3)</source>
        <translation>De %1 a %2, hora local (%3)</translation>
    </message>
    <message>
        <source>%1, local time (%2)</source>
        <translation>%1, hora local (%2)</translation>
    </message>
    <message>
        <source>Last data %1</source>
        <translation>Últimos datos %1</translation>
    </message>
    <message>
        <source>Of %1.</source>
        <translation>De %1.</translation>
    </message>
    <message>
        <source>The past cannot be read: %1</source>
        <translation>El pasado no se puede leer: %1</translation>
    </message>
    <message>
        <source>The past is being read…</source>
        <translation>Se está leyendo el pasado…</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>no medido</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>no visible</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>fuera del gráfico</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>≈ %1 (estimated)</source>
        <translation>≈ %1 (estimado)</translation>
    </message>
</context>
<context>
    <name>barograph::Topology</name>
    <message>
        <source>%1 became primary master in place of %2 %3 ago, after %4.</source>
        <translation>%1 pasó a ser maestro primario en lugar de %2 hace %3, tras %4.</translation>
    </message>
    <message>
        <source>%1 lost its connection %2 ago and nobody has taken over. Check the CoreApps that stand by, and the masters.</source>
        <translation>%1 perdió su conexión hace %2 y nadie ha tomado el relevo. Compruebe los CoreApp en espera, y los maestros.</translation>
    </message>
    <message>
        <source>%1 took over from %2 %3 ago, after %4.</source>
        <translation>%1 tomó el relevo de %2 hace %3, tras %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 shard(s) are not connected to WhatsApp; their recipients get no messages.</source>
        <translation>
            <numerusform>%n de %1 shards no está conectado a WhatsApp; sus destinatarios no reciben mensajes.</numerusform>
            <numerusform>%n de %1 shards no están conectados a WhatsApp; sus destinatarios no reciben mensajes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Failover under way since %1: %2 lost its connection, %3 is connecting.</source>
        <translation>Conmutación en curso desde hace %1: %2 perdió su conexión, %3 se está conectando.</translation>
    </message>
    <message>
        <source>Failover under way since %1: %2 lost its connection, nobody has taken over yet.</source>
        <translation>Conmutación en curso desde hace %1: %2 perdió su conexión, aún nadie ha tomado el relevo.</translation>
    </message>
    <message>
        <source>No CoreApp stands by to take over.</source>
        <translation>No hay ningún CoreApp en espera para tomar el relevo.</translation>
    </message>
    <message>
        <source>The node says that it is between two masters or CoreApps (error 1017 or 1018): a failover seems to be under way. It takes about 35 s.</source>
        <translation>El nodo dice que está entre dos maestros o CoreApp (error 1017 o 1018): parece haber una conmutación en curso. Tarda unos 35 s.</translation>
    </message>
    <message numerus="yes">
        <source>The node tells %n shard(s), but %1 are configured here: correct expected_shards.</source>
        <translation>
            <numerusform>El nodo dice %n shard, pero aquí hay %1 configurados: corrija expected_shards.</numerusform>
            <numerusform>El nodo dice %n shards, pero aquí hay %1 configurados: corrija expected_shards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The node tells %n shard(s), but none are configured here: set expected_shards.</source>
        <translation>
            <numerusform>El nodo dice %n shard, pero aquí no hay ninguno configurado: ponga expected_shards.</numerusform>
            <numerusform>El nodo dice %n shards, pero aquí no hay ninguno configurado: ponga expected_shards.</numerusform>
        </translation>
    </message>
    <message>
        <source>The primary master %1 has been gone for %2, and no other has its role yet. Without one, a failing CoreApp is not replaced: check the masters.</source>
        <translation>El maestro primario %1 falta desde hace %2, y ningún otro tiene aún su función. Sin uno, un CoreApp que falle no se reemplaza: compruebe los maestros.</translation>
    </message>
</context>
<context>
    <name>barograph::TopologyPicture</name>
    <message>
        <source>Members, as a picture</source>
        <translation>Miembros, como imagen</translation>
    </message>
</context>
<context>
    <name>barograph::TopologyTiles</name>
    <message>
        <source>%1 %2</source>
        <comment>member, its state</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 connecting</source>
        <translation>%1 conectando</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>falta: %1</translation>
    </message>
    <message>
        <source>%1 standing by</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4 since %5. %6</source>
        <translation>%1, %2: %3, %4 desde hace %5. %6</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>heading</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>heading, members</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>A connection that should be there and for which the node names no member.</source>
        <translation>Una conexión que debería existir y para la que el nodo no nombra ningún miembro.</translation>
    </message>
    <message>
        <source>CoreApps, as last told</source>
        <translation>CoreApp, según lo último dicho</translation>
    </message>
    <message>
        <source>CoreApps: %1 connected, exactly 1 should be</source>
        <translation>CoreApp: %1 conectados, debería haber exactamente 1</translation>
    </message>
    <message numerus="yes">
        <source>CoreApps: %1 of %n shard(s) connected</source>
        <translation>
            <numerusform>CoreApp: %1 de %n shard conectado</numerusform>
            <numerusform>CoreApp: %1 de %n shards conectados</numerusform>
        </translation>
    </message>
    <message>
        <source>It is expected to be connected.</source>
        <translation>Se espera que esté conectado.</translation>
    </message>
    <message>
        <source>It is not expected to be connected.</source>
        <translation>No se espera que esté conectado.</translation>
    </message>
    <message>
        <source>Masters: none is named</source>
        <translation>Maestros: no se nombra ninguno</translation>
    </message>
    <message>
        <source>Masters</source>
        <translation>Maestros</translation>
    </message>
    <message>
        <source>No CoreApp</source>
        <translation>Ningún CoreApp</translation>
    </message>
    <message>
        <source>Single container</source>
        <translation>Contenedor único</translation>
    </message>
    <message>
        <source>connected, should not be</source>
        <translation>conectado, no debería estarlo</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>needs no connection</source>
        <translation>no necesita conexión</translation>
    </message>
    <message>
        <source>none standing by</source>
        <translation>ninguno en espera</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>primary · %1</source>
        <translation>primario · %1</translation>
    </message>
    <message>
        <source>secondary · %1</source>
        <translation>secundario · %1</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>en espera</translation>
    </message>
</context>
<context>
    <name>barograph::TpsChart</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Above the budget of %1 in %2 % of the time shown.</source>
        <translation>Por encima del presupuesto de %1 en el %2 % del tiempo mostrado.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>Events per second over time</source>
        <translation>Eventos por segundo a lo largo del tiempo</translation>
    </message>
    <message numerus="yes">
        <source>Last %n minute(s): at most %1 events per second.</source>
        <translation>
            <numerusform>Último minuto (%n): como máximo %1 eventos por segundo.</numerusform>
            <numerusform>Últimos %n minutos: como máximo %1 eventos por segundo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message numerus="yes">
        <source>No data in the last %n minute(s).</source>
        <translation>
            <numerusform>Sin datos en el último minuto (%n).</numerusform>
            <numerusform>Sin datos en los últimos %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the chart, because its name was clicked.</source>
        <translation>No está en el gráfico, porque se hizo clic en su nombre.</translation>
    </message>
    <message>
        <source>Of those that are told; %1.</source>
        <translation>De los que se dicen; %1.</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Porcentaje</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Apilado</translation>
    </message>
    <message>
        <source>Taken out of the chart: %1.</source>
        <translation>Fuera del gráfico: %1.</translation>
    </message>
    <message>
        <source>The budget is not known.</source>
        <translation>El presupuesto no se conoce.</translation>
    </message>
    <message numerus="yes">
        <source>Together (%n of 4 kinds)</source>
        <translation>
            <numerusform>En conjunto (%n de 4 tipos)</numerusform>
            <numerusform>En conjunto (%n de 4 tipos)</numerusform>
        </translation>
    </message>
    <message>
        <source>Together</source>
        <translation>En conjunto</translation>
    </message>
    <message>
        <source>Without what was taken out of the chart: %1.</source>
        <translation>Sin lo que se sacó del gráfico: %1.</translation>
    </message>
    <message>
        <source>as configured for this number</source>
        <translation>según la configuración de este número</translation>
    </message>
    <message>
        <source>counted from webhooks over the last 10 s</source>
        <translation>contado por webhooks durante los últimos 10 s</translation>
    </message>
    <message>
        <source>events per second</source>
        <translation>eventos por segundo</translation>
    </message>
    <message>
        <source>from sent statuses, over the last 10 s</source>
        <translation>por los estados “sent”, durante los últimos 10 s</translation>
    </message>
    <message>
        <source>from the growth of the node&apos;s counter of sent messages</source>
        <translation>por el crecimiento del contador de mensajes enviados del nodo</translation>
    </message>
    <message>
        <source>highest second of %1 s</source>
        <translation>segundo más alto de %1 s</translation>
    </message>
    <message>
        <source>highest second of each in %1 s</source>
        <translation>segundo más alto de cada uno en %1 s</translation>
    </message>
    <message>
        <source>neither sent statuses nor the node&apos;s counter tell it yet</source>
        <translation>ni los estados “sent” ni el contador del nodo lo dicen todavía</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>no medido</translation>
    </message>
    <message>
        <source>percent of the events</source>
        <translation>porcentaje de los eventos</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>fuera del gráfico</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::TpsChoice</name>
    <message>
        <source>%1 events a second</source>
        <translation>%1 eventos por segundo</translation>
    </message>
    <message>
        <source>Allocated TPS</source>
        <translation>TPS asignados</translation>
    </message>
    <message>
        <source>Events a second</source>
        <translation>Eventos por segundo</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
</context>
<context>
    <name>barograph::TrayHint</name>
    <message>
        <source>Barograph also stands in the system&apos;s tray. Closing the window ends it, and with it the counting, unless it may go on there.</source>
        <translation>Barograph también está en la bandeja del sistema. Cerrar la ventana lo termina, y con él la cuenta, a menos que pueda seguir allí.</translation>
    </message>
    <message>
        <source>End when closed</source>
        <translation>Terminar al cerrar</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Seguir en la bandeja</translation>
    </message>
</context>
<context>
    <name>barograph::TrayIcon</name>
    <message>
        <source>&amp;Continue live (the view is %1 behind)</source>
        <translation>&amp;Volver a lo actual (la vista va %1 por detrás)</translation>
    </message>
    <message>
        <source>&amp;Open Barograph</source>
        <translation>&amp;Abrir Barograph</translation>
    </message>
    <message>
        <source>&amp;Pause the view</source>
        <translation>&amp;Pausar la vista</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Wall mode</source>
        <translation>&amp;Modo mural</translation>
    </message>
    <message>
        <source>Barograph</source>
        <translation>Barograph</translation>
    </message>
</context>
<context>
    <name>barograph::TrustChoice</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Examinar…</translation>
    </message>
    <message>
        <source>AB:CD:… as openssl prints it; the test shows it too</source>
        <translation>AB:CD:… como lo imprime openssl; la prueba también la muestra</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>File with CAs</source>
        <translation>Archivo con las CA</translation>
    </message>
    <message>
        <source>PEM (*.pem *.crt);;All files (*)</source>
        <translation>PEM (*.pem *.crt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>Huella SHA-256</translation>
    </message>
    <message>
        <source>certificates of the CAs in a file</source>
        <translation>certificados de las CA de un archivo</translation>
    </message>
    <message>
        <source>certificates that this system trusts</source>
        <translation>certificados en los que confía este sistema</translation>
    </message>
    <message>
        <source>one certificate, by its fingerprint</source>
        <translation>un certificado, por su huella</translation>
    </message>
</context>
<context>
    <name>barograph::UnknownNames</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
</context>
<context>
    <name>barograph::ValueLabel</name>
    <message>
        <source>%1 As of %2 (%3).</source>
        <comment>how a value was come by, its time, its age</comment>
        <translation>%1 A fecha de %2 (%3).</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>barograph::ViewActions</name>
    <message>
        <source>&amp;Close this panel</source>
        <translation>&amp;Cerrar este panel</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>A&amp;bajo</translation>
    </message>
    <message>
        <source>&amp;From … to …</source>
        <translation>D&amp;e … a …</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Disposición</translation>
    </message>
    <message>
        <source>&amp;Move this panel</source>
        <translation>&amp;Mover este panel</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>Panel &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Paneles</translation>
    </message>
    <message>
        <source>&amp;Put it back into the window</source>
        <translation>De&amp;volverlo a la ventana</translation>
    </message>
    <message>
        <source>&amp;Redo view change</source>
        <translation>&amp;Rehacer cambio de la vista</translation>
    </message>
    <message>
        <source>&amp;Tear it off</source>
        <translation>S&amp;epararlo</translation>
    </message>
    <message>
        <source>&amp;Tear this panel off, or put it back</source>
        <translation>Separar es&amp;te panel, o devolverlo</translation>
    </message>
    <message>
        <source>&amp;Undo view change</source>
        <translation>Deshacer cambio de la &amp;vista</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>A&amp;rriba</translation>
    </message>
    <message>
        <source>Hold the c&amp;harts still, or go live</source>
        <translation>Detener los &amp;gráficos, o volver a lo actual</translation>
    </message>
    <message>
        <source>Open this panel, bring it to the front and go to it.</source>
        <translation>Abrir este panel, traerlo al frente e ir a él.</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <translation>Panel &amp;anterior</translation>
    </message>
    <message>
        <source>Save and &amp;manage…</source>
        <translation>Guardar y &amp;gestionar…</translation>
    </message>
    <message>
        <source>Show &amp;all panels again</source>
        <translation>Mostrar otra vez &amp;todos los paneles</translation>
    </message>
    <message>
        <source>Show this panel &amp;alone, or all again</source>
        <translation>Mostrar solo este panel, &amp;o todos otra vez</translation>
    </message>
    <message>
        <source>Show this panel &amp;alone</source>
        <translation>Mostrar solo est&amp;e panel</translation>
    </message>
    <message>
        <source>Ta&amp;b together with</source>
        <translation>&amp;Juntar como pestaña con</translation>
    </message>
    <message>
        <source>To the &amp;left</source>
        <translation>A la &amp;izquierda</translation>
    </message>
    <message>
        <source>To the &amp;right</source>
        <translation>A la &amp;derecha</translation>
    </message>
</context>
<context>
    <name>barograph::ViewBar</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a range of time and its time zone</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>&amp;From … to …</source>
        <translation>D&amp;e … a …</translation>
    </message>
    <message>
        <source>How much of the past the charts show.</source>
        <translation>Cuánto pasado muestran los gráficos.</translation>
    </message>
    <message>
        <source>How the panels are arranged.</source>
        <translation>Cómo están colocados los paneles.</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Últimos %1</translation>
    </message>
    <message>
        <source>Layout: %1</source>
        <translation>Disposición: %1</translation>
    </message>
    <message>
        <source>Layout: own</source>
        <translation>Disposición: propia</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Nothing was changed on the view.</source>
        <translation>No se cambió nada en la vista.</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>No se deshizo nada.</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Paneles</translation>
    </message>
    <message>
        <source>Part of the history cannot be read</source>
        <translation>Una parte del historial no se puede leer</translation>
    </message>
    <message>
        <source>Paused: %1 behind, still collecting</source>
        <translation>En pausa: %1 por detrás, sigue recogiendo datos</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>Leyendo el historial…</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Rehacer: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>The charts move with the clock. Press to hold them still (Space); collecting goes on.</source>
        <translation>Los gráficos avanzan con el reloj. Pulse para detenerlos (Espacio); la recogida de datos continúa.</translation>
    </message>
    <message>
        <source>The charts stand still; figures in the other panels are of now. Press to go back to now (Space).</source>
        <translation>Los gráficos están detenidos; las cifras de los otros paneles son de ahora. Pulse para volver a lo actual (Espacio).</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>What is here already is shown.</source>
        <translation>Se muestra lo que ya está aquí.</translation>
    </message>
    <message>
        <source>Which panels there are, and what can be done with them.</source>
        <translation>Qué paneles hay, y qué se puede hacer con ellos.</translation>
    </message>
</context>
<context>
    <name>barograph::ViewHistory</name>
    <message>
        <source>change of the panels</source>
        <translation>cambio de los paneles</translation>
    </message>
    <message>
        <source>change of the time range</source>
        <translation>cambio del intervalo de tiempo</translation>
    </message>
    <message>
        <source>showing one panel alone</source>
        <translation>mostrar solo un panel</translation>
    </message>
</context>
<context>
    <name>barograph::ViewOptionWatch</name>
    <message>
        <source>change of a chart&apos;s options</source>
        <translation>cambio de las opciones de un gráfico</translation>
    </message>
    <message>
        <source>change of a table&apos;s order</source>
        <translation>cambio del orden de una tabla</translation>
    </message>
</context>
<context>
    <name>barograph::Visibility</name>
    <message>
        <source>%1; %2; %3</source>
        <comment>remarks</comment>
        <translation>%1; %2; %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>remarks</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Evolution API keeps receipts of groups in its own database and sends none.</source>
        <translation>Evolution API guarda los acuses de grupos en su propia base de datos y no envía ninguno.</translation>
    </message>
    <message>
        <source>GOWA has no receipt “sent”: it forwards only what other devices of the account send.</source>
        <translation>GOWA no tiene el acuse “sent”: solo reenvía lo que envían otros dispositivos de la cuenta.</translation>
    </message>
    <message>
        <source>It is counted only if the node or its engine is set up to tell it.</source>
        <translation>Solo se cuenta si el nodo o su motor está configurado para decirlo.</translation>
    </message>
    <message>
        <source>Picky Assist sends no reports for messages to groups.</source>
        <translation>Picky Assist no envía acuses de mensajes a grupos.</translation>
    </message>
    <message>
        <source>WAHA tells receipts of groups as an event of its own (message.ack.group), and some of its engines have none.</source>
        <translation>WAHA dice los acuses de grupos como un evento aparte (message.ack.group), y algunos de sus motores no los tienen.</translation>
    </message>
    <message>
        <source>Webhooks of this kind of node never tell it. It happens and spends budget, out of our sight: this is neither zero nor unknown.</source>
        <translation>Los webhooks de este tipo de nodo nunca lo dicen. Ocurre y gasta presupuesto sin que lo veamos: no es ni cero ni desconocido.</translation>
    </message>
    <message>
        <source>Webhooks of this kind of node tell only a part of it. The rest happens and spends budget, out of our sight: the number is the least that there is.</source>
        <translation>Los webhooks de este tipo de nodo dicen solo una parte. El resto ocurre y gasta presupuesto sin que lo veamos: el número es lo mínimo que hay.</translation>
    </message>
    <message>
        <source>groups: %1</source>
        <translation>grupos: %1</translation>
    </message>
    <message>
        <source>not visible in groups: %1</source>
        <translation>no visible en grupos: %1</translation>
    </message>
    <message>
        <source>not visible in single chats: %1</source>
        <translation>no visible en chats individuales: %1</translation>
    </message>
    <message>
        <source>not visible: %1</source>
        <translation>no visible: %1</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>no visible</translation>
    </message>
    <message>
        <source>only if the node is set up to tell</source>
        <translation>solo si el nodo está configurado para decirlo</translation>
    </message>
    <message>
        <source>single chats: %1, groups: %2</source>
        <translation>chats individuales: %1, grupos: %2</translation>
    </message>
    <message>
        <source>single chats: %1</source>
        <translation>chats individuales: %1</translation>
    </message>
    <message>
        <source>told</source>
        <translation>se dice</translation>
    </message>
</context>
<context>
    <name>barograph::WallView</name>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 not available</source>
        <translation>%1 no disponible</translation>
    </message>
    <message>
        <source>%1 not measured</source>
        <translation>%1 no medido</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 desconocido</translation>
    </message>
    <message>
        <source>%1 · paused</source>
        <translation>%1 · en pausa</translation>
    </message>
    <message>
        <source>%1 · storm</source>
        <translation>%1 · tormenta</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n STORM(S)</source>
        <translation>
            <numerusform>%n TORMENTA</numerusform>
            <numerusform>%n TORMENTAS</numerusform>
        </translation>
    </message>
    <message>
        <source>10 min ago</source>
        <translation>hace 10 min</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>PAUSED</source>
        <translation>EN PAUSA</translation>
    </message>
    <message>
        <source>SIMULATED · %1</source>
        <translation>SIMULADO · %1</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <source>STORM</source>
        <translation>TORMENTA</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Mural</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>retraso %1</translation>
    </message>
    <message>
        <source>line: budget of %1 TPS</source>
        <translation>línea: presupuesto de %1 TPS</translation>
    </message>
    <message>
        <source>nothing is known of the last 10 min</source>
        <translation>no se sabe nada de los últimos 10 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>outbound %1</source>
        <translation>salida %1</translation>
    </message>
    <message>
        <source>the budget is not known</source>
        <translation>no se conoce el presupuesto</translation>
    </message>
</context>
<context>
    <name>barograph::WallWindow</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1, next in %2</source>
        <translation>%1, el siguiente en %2</translation>
    </message>
    <message>
        <source>%1, stopped</source>
        <translation>%1, detenido</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n número</numerusform>
            <numerusform>%n números</numerusform>
        </translation>
    </message>
    <message>
        <source>Barograph: wall</source>
        <translation>Barograph: mural</translation>
    </message>
    <message>
        <source>Last known: %1</source>
        <translation>Lo último que se sabe: %1</translation>
    </message>
    <message>
        <source>Space stops · ←→ by hand · + − every %1 · A all · Esc leaves</source>
        <translation>Espacio detiene · ←→ a mano · + − cada %1 · A todos · Esc sale</translation>
    </message>
</context>
<context>
    <name>barograph::WebhookNotices</name>
    <message numerus="yes">
        <source>%1 request(s) from %2 refused for %3: %4</source>
        <translation>
            <numerusform>%1 petición de %2 rechazada para %3: %4</numerusform>
            <numerusform>%1 peticiones de %2 rechazadas para %3: %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) from %2 refused: %3</source>
        <translation>
            <numerusform>%1 petición de %2 rechazada: %3</numerusform>
            <numerusform>%1 peticiones de %2 rechazadas: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>All webhooks of %1 are refused until its secret is stored: by Numbers ▸ Set up webhooks…, or run: %2</source>
        <translation>Se rechazan todos los webhooks de %1 hasta que su secreto esté guardado: con Números ▸ Configurar webhooks…, o ejecute: %2</translation>
    </message>
    <message>
        <source>Raw bodies of %1 are being recorded for another %2.</source>
        <translation>Se están grabando cuerpos en bruto de %1 durante %2 más.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, see the Webhooks tab</source>
        <translation>
            <numerusform>y %n más, mire la pestaña Webhooks</numerusform>
            <numerusform>y %n más, mire la pestaña Webhooks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>barograph::WebhooksPanel</name>
    <message>
        <source>Errors told by the node</source>
        <translation>Errores dichos por el nodo</translation>
    </message>
    <message>
        <source>Every event accounted for</source>
        <translation>Todos los eventos, con su cuenta</translation>
    </message>
    <message>
        <source>Names in bodies that Barograph does not know, of all numbers</source>
        <translation>Nombres en cuerpos que Barograph no conoce, de todos los números</translation>
    </message>
    <message>
        <source>None: every name that arrived in this run is known.</source>
        <translation>Ninguno: se conocen todos los nombres que llegaron en esta ejecución.</translation>
    </message>
    <message>
        <source>None: no request for this number was refused in this run.</source>
        <translation>Ninguna: en esta ejecución no se rechazó ninguna solicitud de este número.</translation>
    </message>
    <message>
        <source>None: the node has told no error by number.</source>
        <translation>Ninguno: el nodo no ha dicho ningún error con número.</translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation>Solicitudes rechazadas</translation>
    </message>
    <message>
        <source>Unknown: no body has been looked at yet.</source>
        <translation>Desconocido: aún no se ha mirado ningún cuerpo.</translation>
    </message>
    <message>
        <source>Webhooks of this number</source>
        <translation>Webhooks de este número</translation>
    </message>
    <message>
        <source>What the node says when it is asked</source>
        <translation>Lo que dice el nodo cuando se le pregunta</translation>
    </message>
</context>
<context>
    <name>barograph::WindowTray</name>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>Seguir en la &amp;bandeja</translation>
    </message>
</context>
<context>
    <name>barograph::Wiring</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 no se puede escribir: %2.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>The change of a note of %1 is not stored. %2</source>
        <translation>El cambio de una nota de %1 no se ha guardado. %2</translation>
    </message>
    <message>
        <source>The listener has no certificate at present. See why it does not receive webhooks.</source>
        <translation>El receptor no tiene certificado en este momento. Mire por qué no recibe webhooks.</translation>
    </message>
</context>
</TS>
